// Documents as columns: for each facet its values, and which of them each document has.

/** The facets, in the order of the engine's counts, and where a document has them. */
export const FACETS = { side: "side", speaker: "speaker", affiliation: "affiliation", theme: "themes", year: "year", article: "article" };

/** The documents' places in order of year and article, as a corpus has them. */
export function inOrder(docs) {
  const order = Array.from(docs.keys());
  const precedes = (a, b) => a.year - b.year || (a.article < b.article ? -1 : a.article > b.article ? 1 : 0);
  const isSorted = docs.every((doc, n) => n === 0 || precedes(docs[n - 1], doc) <= 0);
  return isSorted ? order : order.sort((a, b) => precedes(docs[a], docs[b]) || a - b);
}

/** `{ names, values, ends }` for each facet; `ends` is empty where each document has one value. */
export function columns(docs) {
  return Object.fromEntries(Object.entries(FACETS).map(([facet, field]) => [facet, column(docs.map((doc) => doc[field]))]));
}

function column(fields) {
  const lists = fields.map((field) => (Array.isArray(field) ? field : [field]).map(String));
  const names = [...new Set(lists.flat())].sort();
  const places = new Map(names.map((name, place) => [name, place]));
  const values = Uint32Array.from(lists.flat(), (name) => places.get(name));
  const isSingle = lists.every((list) => list.length === 1);
  let end = 0;
  return { names, values, ends: isSingle ? new Uint32Array() : Uint32Array.from(lists, (list) => (end += list.length)) };
}

/** Filters and counts over columns, the plain way of a site whose engine has none: a loop over what it found. */
export class Narrowing {
  constructor(columns) {
    this.columns = columns;
    this.facets = Object.keys(columns);
    this.size = columns.side.values.length;
    this.places = Object.fromEntries(this.facets.map((facet) => [facet, new Map(columns[facet].names.map((name, n) => [name, n]))]));
  }

  /** What of `found` (all documents if null) has what is chosen; and counts, each facet's as if it were not chosen in. */
  narrow(found, filters) {
    const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
    const masks = chosen.map(([facet, values]) => {
      const mask = new Uint8Array(this.columns[facet].names.length);
      for (const value of values) mask[this.places[facet].get(String(value))] = 1;
      return { facet: this.facets.indexOf(facet), column: this.columns[facet], mask };
    });
    const counts = this.facets.map((facet) => new Uint32Array(this.columns[facet].names.length));
    const columns = this.facets.map((facet) => this.columns[facet]);
    const ids = [];
    for (let n = 0, all = found === null ? this.size : found.length; n < all; n++) {
      const id = found === null ? n : found[n];
      let failed = 0;
      let only = -1;
      for (const { facet, column, mask } of masks) {
        if (has(column, id, mask)) continue;
        only = facet;
        if (++failed > 1) break;
      }
      if (failed > 1) continue;
      if (failed === 0) ids.push(id);
      if (failed === 1) count(columns[only], id, counts[only]);
      else for (let facet = 0; facet < columns.length; facet++) count(columns[facet], id, counts[facet]);
    }
    return { n: ids.length, ids, counts: Object.fromEntries(this.facets.map((facet, n) => [facet, counts[n]])) };
  }
}

function has({ values, ends }, id, mask) {
  if (ends.length === 0) return mask[values[id]] === 1;
  for (let at = id === 0 ? 0 : ends[id - 1]; at < ends[id]; at++) if (mask[values[at]] === 1) return true;
  return false;
}

function count({ values, ends }, id, counts) {
  if (ends.length === 0) counts[values[id]]++;
  else for (let at = id === 0 ? 0 : ends[id - 1]; at < ends[id]; at++) counts[values[at]]++;
}
