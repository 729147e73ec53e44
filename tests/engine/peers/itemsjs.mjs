import itemsjs from "../node_modules/itemsjs/dist/index.module.js";
import { FACETS } from "../columns.mjs";

export default class {
  prepare(columns, docs) {
    const of = ([facet, field]) => [field, { conjunction: false, size: columns[facet].names.length }];
    this.aggregations = Object.fromEntries(Object.entries(FACETS).map(of));
    this.options = { searchableFields: ["text"], isExactSearch: true, aggregations: this.aggregations };
    // It counts ids from 1 and writes them into what it is given.
    this.docs = docs.map((doc) => ({ ...doc, id: doc.id + 1, year: String(doc.year) }));
  }

  build() {
    this.index = itemsjs(this.docs, this.options);
  }

  save() {
    return JSON.stringify(this.index.serializeAll());
  }

  load(saved) {
    const { fulltext, facets } = JSON.parse(saved);
    this.index = itemsjs(this.docs, { ...this.options, fulltextSnapshot: fulltext, facetsSnapshot: facets });
  }

  query({ terms, prefix, filters }) {
    const asked = terms.map((term, n) => `+${term}${prefix && n === terms.length - 1 ? "*" : ""}`).join(" ");
    const chosen = Object.fromEntries(Object.entries(filters).map(([facet, values]) => [FACETS[facet], values]));
    const { data } = this.index.search({ query: asked, filters: chosen, per_page: this.docs.length });
    return { n: data.items.length, ids: data.items.map(({ id }) => id - 1), counts: data.aggregations };
  }
}
