import { create, insertMultiple, load, save, search } from "../node_modules/@orama/orama/dist/browser/index.js";
import { FACETS } from "../columns.mjs";

const one = "enum";
const schema = { text: "string", side: one, speaker: one, affiliation: one, themes: "enum[]", year: one, article: one };

export default class {
  prepare(columns) {
    this.size = columns.side.values.length;
    this.facets = Object.fromEntries(Object.entries(FACETS).map(([facet, field]) => [field, { limit: columns[facet].names.length }]));
  }

  async build(docs) {
    this.db = create({ schema });
    await insertMultiple(this.db, docs.map((doc) => ({ ...doc, id: String(doc.id), year: String(doc.year) })), 5000);
  }

  save() {
    return JSON.stringify(save(this.db));
  }

  load(saved) {
    this.db = create({ schema });
    load(this.db, JSON.parse(saved));
  }

  async query({ terms, filters }) {
    const where = {};
    for (const [facet, values] of Object.entries(filters)) where[FACETS[facet]] = facet === "theme" ? { containsAny: values } : { in: values };
    const { hits, facets } = await search(this.db, { term: terms.join(" "), threshold: 0, where, facets: this.facets, limit: this.size });
    return { n: hits.length, ids: hits.map(({ id }) => Number(id)), counts: facets };
  }
}
