import { failureAnswer } from "../answers/failure-answer.ts";
import { ServiceFailure } from "../failure.ts";
import { checkHost } from "../http/check-host.ts";
import { sendAnswer } from "../http/deliver.ts";
import { readMethod, type Exchange } from "../http/exchange.ts";
import type { Service } from "../service.ts";
import type { Feed } from "./create-feed.ts";
import { eventsPath, serveEvents } from "./serve-events.ts";
import { pageFile, servePage } from "./serve-page.ts";

/** Serves the console: its page, or the stream of events. Gives false when the request asks for neither. */
export async function serveConsole(exchange: Exchange, service: Service, feed: Feed): Promise<boolean> {
  const file = pageFile(exchange);
  const isEvents = readMethod(exchange.method) === "GET" && exchange.path === eventsPath;
  if (file === undefined && !isEvents) return false;
  try {
    checkHost(exchange, service);
    if (file !== undefined) await servePage(exchange, file, service);
    else serveEvents(exchange, feed);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    sendAnswer(exchange, failureAnswer(error, service.settings), service);
  }
  return true;
}
