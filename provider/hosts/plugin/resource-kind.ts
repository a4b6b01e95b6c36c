import type { ResourceList } from "../../core/resource-list.ts";
import type { ResourceVerbs } from "../../core/resource/verbs.ts";
import type { Session } from "../../core/session.ts";
import type { ObjectShape, Properties } from "../../core/validation/shape/shape.ts";

/** A kind of resource, as programs of every language know it. */
export interface ResourceKind {
  /** `ncloud:index:Pipeline`. */
  readonly token: string;
  /** The type of a dynamic provider's states. */
  readonly dynamicType: string;
  readonly doc: string;
  readonly verbs: ResourceVerbs;
  readonly inputs: ObjectShape;
  /** What stands in the state beside the inputs. */
  readonly outputs: Properties;
  /** The resources of this kind that exist, where the service lists them. */
  readonly list?: (session: Session) => ResourceList;
  /** Inputs of the plugin itself, which are no part of the resource: `adopt`. */
  readonly options: Properties;
}
