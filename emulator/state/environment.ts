/** What services offer that the emulator does not have: builds, stages and scenarios name it. */
export interface Environment {
  /** Machines for builds. */
  computes: Compute[];
  /** Operating systems for builds, with their runtimes. */
  operatingSystems: OperatingSystem[];
  /** Docker engines for builds. */
  dockerEngines: IdAndName[];
  /** Container registries. */
  registries: NamedThing[];
  /** Buckets of Object Storage. */
  buckets: Bucket[];
  /** Servers. */
  servers: NumberAndName[];
  /** Auto scaling groups, with the target groups of their load balancers. */
  autoScalingGroups: AutoScalingGroup[];
  /** Kubernetes clusters. */
  clusters: Cluster[];
}

/** What a seed says of it: each part that is left out is the sample's. */
export type SeedEnvironment = { [Part in keyof Environment]?: Environment[Part] | undefined };

/** A machine for builds. */
export interface Compute {
  /** What build projects call it. */
  id: number;
  /** How many processors it has. */
  cpu: number;
  /** Its memory, in GB. */
  mem: number;
}

/** Something with an id and a name. */
export interface IdAndName {
  /** What requests call it. */
  id: number;
  /** What people call it. */
  name: string;
}

/** Something that is called by its name. */
export interface NamedThing {
  /** What requests and people call it. */
  name: string;
}

/** Something of another service, with a number and a name. */
export interface NumberAndName {
  /** What requests call it. */
  no: number;
  /** What people call it. */
  name: string;
}

/** An operating system for builds. */
export interface OperatingSystem extends IdAndName {
  /** Such as `16.04`. */
  version: string;
  /** Such as `x64`. */
  archi: string;
  /** What is installed on it. */
  runtimes: Runtime[];
}

/** What is installed for builds. */
export interface Runtime extends IdAndName {
  /** Those that there are. */
  versions: IdAndName[];
}

/** A bucket of Object Storage. */
export interface Bucket extends NamedThing {
  /** What is in it. */
  objects?: StoredObject[] | undefined;
}

/** An object of a bucket. */
export interface StoredObject {
  /** Its path in the bucket. */
  key: string;
  /** In bytes. */
  size: number;
}

/** A group of servers that grows and shrinks. */
export interface AutoScalingGroup extends NumberAndName {
  /** How many servers it has. */
  instanceCount?: number | undefined;
  /** Of its load balancer. */
  targetGroups?: NumberAndName[] | undefined;
}

/** A Kubernetes cluster. */
export interface Cluster extends NumberAndName {
  /** What the vendor's SDK calls it. */
  uuid: string;
}

const one = (id: number, name: string): IdAndName => ({ id, name });

/** The runtimes of the pages; versions are given there of python only. */
const runtimes: Runtime[] = [
  { id: 1, name: "base", versions: [one(1, "1.0.0")] },
  { id: 2, name: "java", versions: [one(2, "8-1.0.0"), one(3, "11-1.0.0")] },
  { id: 3, name: "dotnet", versions: [one(4, "3.1-1.0.0")] },
  { id: 4, name: "android-java", versions: [one(5, "28-1.0.0")] },
  {
    id: 5,
    name: "python",
    versions: [one(13, "2.7-1.0.0"), one(14, "3.5-1.0.0"), one(25, "3.8-1.0.0"), one(26, "3.9-1.0.0")],
  },
  { id: 6, name: "nodejs", versions: [one(15, "12-1.0.0"), one(27, "16-1.0.0")] },
];

/** The environment that a seed describes. */
export const environmentOf = (given: SeedEnvironment = {}): Environment => ({
  ...sampleEnvironment,
  ...(Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined)) as Partial<Environment>),
});

/** The environment of a seed that says nothing: the values of the pages (reference section 3.1), and a small account. */
const sampleEnvironment: Environment = {
  computes: [
    { id: 1, cpu: 2, mem: 4 },
    { id: 2, cpu: 4, mem: 8 },
  ],
  operatingSystems: [{ id: 1, name: "ubuntu", version: "16.04", archi: "x64", runtimes }],
  dockerEngines: [one(1, "Docker:18.09.1"), one(2, "Docker:20.10.7")],
  registries: [{ name: "shop-registry" }],
  buckets: [
    { name: "shop-artifacts", objects: [{ key: "shop-api/latest.zip", size: 1_048_576 }] },
    { name: "shop-web", objects: [] },
  ],
  servers: [
    { no: 1001, name: "server-1" },
    { no: 1002, name: "server-2" },
  ],
  autoScalingGroups: [
    { no: 2001, name: "shop-group", instanceCount: 2, targetGroups: [{ no: 3001, name: "shop-targets" }] },
  ],
  clusters: [{ no: 1001, uuid: "00000000-0000-4000-8000-000000001001", name: "cluster-1" }],
};
