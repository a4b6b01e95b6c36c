/** The envelope of every error (reference section 1.5). */
export const errorSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["errorCode", "message"],
      properties: {
        errorCode: { type: ["string", "integer"], description: "A text from the gateway, a number from the service." },
        message: { type: "string" },
        details: { type: "string" },
      },
    },
  },
} as const;
