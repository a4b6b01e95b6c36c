import chromium from "@sparticuz/chromium";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, type Browser, type Page } from "puppeteer-core";

/** Milliseconds; a machine under load starts a browser slowly. */
const patience = 60_000;

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile of its own, and pages that collect what goes wrong in them. */
export interface TestBrowser {
  open(url: string): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** Errors on the console, exceptions, requests that failed or were refused. */
  readonly problems: string[];
}

/** Starts the Chromium that the package `@sparticuz/chromium` carries. */
export async function startBrowser(): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "sourcepipeline-browser-"));
  const browser = await launch({
    executablePath: await chromium.executablePath(),
    args: flags,
    headless: true,
    userDataDir: profile,
    timeout: patience,
    protocolTimeout: patience,
  });
  return {
    open: (url) => openPage(browser, url),
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPage(browser: Browser, url: string): Promise<OpenPage> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.setViewport({ width: 1280, height: 900 });
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => problems.push(`${request.url()} failed`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.url()} answered ${response.status()}`);
  });
  await page.goto(url, { waitUntil: "domcontentloaded" });
  return { page, problems };
}
