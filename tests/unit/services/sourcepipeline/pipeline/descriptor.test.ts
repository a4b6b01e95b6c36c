import { expect } from "chai";
import type { PipelineData, TaskData } from "../../../../../sdk/files/pipeline-data.ts";
import { pipelineDescriptor } from "../../../../../provider/services/sourcepipeline/pipeline/descriptor.ts";
import type { PipelineInputs, Task } from "../../../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { rules } from "../../../../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import type { Same, ValueOf } from "../../../core/validation/value-of.ts";

/*
 * What is compared here is compared by the compiler: the assignments of `true` and `false` fail `npm run lint:types`
 * where a type is not what it is said to be.
 */

type Described = ValueOf<typeof pipelineDescriptor>;

/** `PipelineInputs` with something else under one of its keys. */
type With<Change> = Flat<Omit<PipelineInputs, keyof Change> & Change>;

/** The type of a descriptor with something else under one of its keys. */
type DescribedWith<Change> = ValueOf<{
  type: "object";
  properties: Omit<(typeof pipelineDescriptor)["properties"], keyof Change> & Change;
}>;

type Flat<Type> = { [Key in keyof Type]: Type[Key] };

describe("the descriptor of pipelines", () => {
  it("describes the interface PipelineInputs", () => {
    const isSame: Same<Described, PipelineInputs> = true;
    expect(isSame).to.equal(true);
  });

  it("would describe no interface with a property more, less, optional, or of another type", () => {
    const areSame: {
      more: Same<Described, With<{ labels?: string[] }>>;
      less: Same<Described, Omit<PipelineInputs, "description">>;
      optional: Same<Described, With<{ name?: string }>>;
      otherType: Same<Described, With<{ description?: number }>>;
      otherTask: Same<Described, With<{ tasks: (Task | { type: "SourceTest"; name: string })[] }>>;
      otherTrigger: Same<Described, With<{ triggers?: Omit<NonNullable<PipelineInputs["triggers"]>, "pipelines"> }>>;
      otherWord: Same<Described["tasks"][number]["type"], "SourceBuild">;
      moreDescribed: Same<DescribedWith<{ more: { type: "id" } }>, PipelineInputs>;
      otherDescribed: Same<DescribedWith<{ description: { type: "string" } }>, PipelineInputs>;
    } = {
      more: false,
      less: false,
      optional: false,
      otherType: false,
      otherTask: false,
      otherTrigger: false,
      otherWord: false,
      moreDescribed: false,
      otherDescribed: false,
    };
    expect(Object.values(areSame)).to.not.include(true);
  });

  it("says of every property what it means, and names only rules that exist", () => {
    const sentences: string[] = [];
    const codes: string[] = [];
    JSON.stringify(pipelineDescriptor, (key, value: unknown) => {
      if (key === "doc") sentences.push(String(value));
      if (key === "code") codes.push(String(value));
      return value;
    });
    expect(sentences).to.have.length.greaterThan(15);
    for (const sentence of sentences) expect(sentence).to.match(/^[A-Z0-9`].*\.$/);
    expect(codes).to.have.length.greaterThan(15);
    for (const code of codes) expect(rules).to.have.property(code);
  });
});

describe("a data file's types", () => {
  /** The key of a name that stands for an id. */
  type NameKey<Key> = Key extends "id" ? "name" : Key extends `${infer Noun}Id` ? Noun : never;

  /** What a file says of something that a program says with ids: names or ids, and the rest as it is. */
  type InFile<Value> = Value extends (infer Item)[]
    ? InFile<Item>[]
    : Value extends object
      ? Flat<
          { [Key in keyof Value as NameKey<Key> extends never ? Key : never]: InFile<Value[Key]> } & {
            [Key in keyof Value as NameKey<Key> extends never ? never : Key]?: number;
          } & { [Key in keyof Value as NameKey<Key>]?: string }
        >
      : Value;

  /** The same type without its readonly, which says nothing about a file. */
  type Writable<Value> = Value extends readonly (infer Item)[]
    ? Writable<Item>[]
    : Value extends object
      ? { -readonly [Key in keyof Value]: Writable<Value[Key]> }
      : Value;

  it("are the described ones, with names instead of ids", () => {
    const areSame: {
      tasks: Same<Writable<TaskData>, InFile<Described["tasks"][number]>>;
      whole: Same<Writable<Omit<PipelineData, "adopt" | "silence">>, InFile<Described>>;
    } = { tasks: true, whole: true };
    expect(Object.values(areSame)).to.not.include(false);
  });
});
