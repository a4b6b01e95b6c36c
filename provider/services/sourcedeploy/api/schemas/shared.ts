import * as z from "zod";
import { id } from "../../../sourcepipeline/api/schemas/lenient.ts";

/** What creates and edits return, and what lists are made of. */
export const identity = z.object({ id, name: z.string() });

/** "On failure the field is not shown": an absent `result` is a failure although the status says success. */
export const acknowledgement = z.object({ result: z.literal(true) });

/** What the acknowledgement of a success without a body reads as. */
export const acknowledged: z.output<typeof acknowledgement> = { result: true };
