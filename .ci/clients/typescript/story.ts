// The whole story through a client made from the API's document (openapi-typescript, openapi-fetch), strict and without a cast.

import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

declare const process: { env: Record<string, string | undefined> };

const baseUrl = process.env["API"] ?? "";
const headers = { Authorization: `Bearer ${process.env["KEY"]}` };
const api = createClient<paths>({ baseUrl, headers });
const anyone = createClient<paths>({ baseUrl });

type Answer<T> = { data?: T; error?: components["schemas"]["Problem"]; response: Response };

/** What was answered; a problem ends the story. */
function got<T>({ data, error, response }: Answer<T>): T {
  if (data === undefined) throw new Error(`${response.url}: ${response.status} ${error?.code} ${error?.detail}`);
  return data;
}

function done({ error, response }: Answer<unknown>): void {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${error?.code} ${error?.detail}`);
}

function equal<T>(expected: T, seen: T, what: string): void {
  if (expected !== seen) throw new Error(`${what}: ${String(seen)} instead of ${String(expected)}`);
}

const scale = [1, 2, 3, 4, 5].map((value) => ({ value, label: `${value}` }));
const definition = {
  title: { en: "What matters here" },
  languages: ["en"],
  questions: [
    {
      type: "need_grid",
      name: "needs",
      label: "Needs",
      rows: [{ name: "housing", label: "Housing" }, { name: "buses", label: "Buses" }],
      importance: { label: "How important?", scale },
      satisfaction: { label: "How well?", scale },
    },
    { type: "text", name: "story", label: "What is going on?", story: true },
  ],
};

const { items: organisations } = got(await api.GET("/api/v1/organisations"));
const org = organisations[0]?.slug ?? "";
const { pillars } = got(await api.GET("/api/v1/organisations/{org}", { params: { path: { org } } }));
const { id: initiative } = got(
  await api.POST("/api/v1/organisations/{org}/initiatives", {
    params: { path: { org } },
    body: { title: "What the valley needs (TypeScript)", stance: "allyship", community: "Everyone", minimumResponses: 15 },
  }),
);
const path = { initiative };
const { id: survey } = got(
  await api.POST("/api/v1/initiatives/{initiative}/surveys", { params: { path }, body: { title: "Valley", definition } }),
);
const { slug } = got(await api.POST("/api/v1/surveys/{survey}/publish", { params: { path: { survey } }, body: {} }));
const published = got(await anyone.GET("/s/{slug}/definition", { params: { path: { slug } } }));
equal("open", published.state, "the survey");
for (let i = 0; i < 15; i++) {
  const { receipt, dropped } = got(
    await anyone.POST("/s/{slug}/responses", {
      params: { path: { slug } },
      body: {
        submission: crypto.randomUUID(),
        language: "en",
        answers: { needs: { housing: { importance: 5, satisfaction: 1 }, buses: { importance: 3, satisfaction: 1 + (i % 5) } } },
      },
    }),
  );
  equal(true, receipt.length > 0 && dropped.length === 0, "a receipt");
}
const results = got(await api.GET("/api/v1/surveys/{survey}/results", { params: { path: { survey } } }));
equal(15, results.responses, "responses");
equal("true", results.figures, "figures");
const needs = got(await api.GET("/api/v1/initiatives/{initiative}/needs", { params: { path } }));
equal("housing", needs.chosen?.rows[0]?.need, "the first need");

const goal = crypto.randomUUID();
const pillar = pillars[0]?.id ?? "";
done(
  await api.PUT("/api/v1/initiatives/{initiative}/goals/{goal}", {
    params: { path: { initiative, goal } },
    body: {
      title: "A renters' fund",
      effort: 3,
      needs: [{ need: "housing", strength: 9, reason: "It keeps people in their homes." }],
      pillars: [{ pillar, strength: 9, reason: "It is what we are for." }],
    },
  }),
);
const adopted = await api.POST("/api/v1/initiatives/{initiative}/goals/{goal}/adopt", { params: { path: { initiative, goal } }, body: {} });
if (adopted.error?.code === "gate_closed")
  done(
    await api.POST("/api/v1/initiatives/{initiative}/goals/{goal}/adopt", {
      params: { path: { initiative, goal } },
      body: { overrideReason: "The winter does not wait." },
    }),
  );
else done(adopted);
const alignment = got(await api.GET("/api/v1/initiatives/{initiative}/alignment", { params: { path } }));
equal(true, typeof alignment === "object" && alignment.board.goals.length === 1, "the goal in the alignment");

done(await api.PUT("/api/v1/initiatives/{initiative}/hearing-check", { params: { path }, body: { summary: { en: "Homes cost too much." } } }));
done(await api.POST("/api/v1/initiatives/{initiative}/hearing-check/open", { params: { path } }));
const check = got(await api.GET("/api/v1/initiatives/{initiative}/hearing-check", { params: { path } }));
done(
  await anyone.POST("/h/{slug}/replies", {
    params: { path: { slug: check.slug } },
    body: { submission: crypto.randomUUID(), language: "en", verdict: "yes", correction: "" },
  }),
);
done(
  await api.PUT("/api/v1/initiatives/{initiative}/report", {
    params: { path },
    body: { title: "What the valley said", lead: "Homes first.", disclosure: { sponsor: "Ourselves." } },
  }),
);
const report = got(await api.GET("/api/v1/initiatives/{initiative}/report", { params: { path } }));
equal(true, report.blank.length > 0, "blanks of the report");

const csv = got(
  await api.GET("/api/v1/surveys/{survey}/export", { params: { path: { survey }, query: { format: "csv" } }, parseAs: "text" }),
);
equal(16, csv.trimEnd().split("\r\n").length, "lines of the CSV");
const zip = got(
  await api.GET("/api/v1/surveys/{survey}/export", { params: { path: { survey }, query: { format: "zip" } }, parseAs: "arrayBuffer" }),
);
equal(true, zip.byteLength > 1000, "the package");
const missing = await api.GET("/api/v1/surveys/{survey}", { params: { path: { survey: "nowhere" } } });
equal("not_found", missing.error?.code, "a survey that is not there");
console.log("the story ran to its end through openapi-fetch");
