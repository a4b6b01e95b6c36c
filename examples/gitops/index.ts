// The pipelines of this stack: one file each, in the folder that the configuration names, else in `pipelines`.
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as ncloud from "pulumi-ncloud-sourcepipeline";

const folder = join(__dirname, new pulumi.Config().get("pipelines") ?? "pipelines");
ncloud.declarePipelines(ncloud.readPipelines(folder));
