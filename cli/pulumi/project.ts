/** The Pulumi project and the stack of it that a command is about. */
export interface Project {
  /** The folder that holds `Pulumi.yaml`, or one below it. */
  readonly cwd: string;
  /** The selected stack unless given. */
  readonly stack?: string | undefined;
}
