import { Index } from "../node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs";
import { Narrowing } from "../columns.mjs";

const options = { tokenize: "forward", encode: (text) => text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean) };

export default class {
  prepare(columns) {
    this.narrowing = new Narrowing(columns);
  }

  build(docs) {
    this.index = new Index(options);
    for (const { id, text } of docs) this.index.add(id, text);
  }

  async save() {
    const parts = [];
    await this.index.export((key, data) => void parts.push([key, data]));
    return JSON.stringify(parts);
  }

  async load(saved) {
    this.index = new Index(options);
    for (const [key, data] of JSON.parse(saved)) await this.index.import(key, data);
  }

  query({ terms, filters }) {
    const found = terms.length === 0 ? null : this.index.search(terms.join(" "), { limit: this.narrowing.size });
    return this.narrowing.narrow(found, filters);
  }
}
