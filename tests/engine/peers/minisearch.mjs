import MiniSearch from "../node_modules/minisearch/dist/es/index.js";
import { Narrowing } from "../columns.mjs";

const options = { fields: ["text"] };

export default class {
  prepare(columns) {
    this.narrowing = new Narrowing(columns);
  }

  build(docs) {
    this.index = new MiniSearch(options);
    this.index.addAll(docs);
  }

  save() {
    return JSON.stringify(this.index);
  }

  load(saved) {
    this.index = MiniSearch.loadJSON(saved, options);
  }

  query({ terms, prefix, filters }) {
    const last = (_term, n, all) => prefix && n === all.length - 1;
    const found = terms.length === 0 ? null : this.index.search(terms.join(" "), { combineWith: "AND", prefix: last }).map(({ id }) => id);
    return this.narrowing.narrow(found, filters);
  }
}
