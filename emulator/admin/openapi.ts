import { openApiDocument } from "../openapi/openapi-document.ts";

export const showOpenApi = () => openApiDocument();
