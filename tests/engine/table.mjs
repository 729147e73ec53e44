// The table of a size, and the ratios that the engine is held to.

/** The kinds of queries, in the order of the table. */
export const KINDS = ["one word", "two words", "prefix", "facets", "facets+text", "phrase"];

const at = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const median = (times) => at(times, 0.5);
const p95 = (times) => at(times, 0.95);
const short = (value) => (value === undefined || Number.isNaN(value) ? "-" : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3).replace(/^0/, ""));
const megabytes = (bytes) => (bytes === undefined ? "-" : `${short(bytes / 1e6)} MB`);
const percent = (share) => (share === 1 ? "all" : `${(100 * share).toFixed(1)} %`);

export function print({ size, rows, records, texts }) {
  const line = (cells, width = 17) => console.log(cells.map((cell, n) => String(cell).padEnd(n === 0 ? 18 : n === 1 ? 14 : width)).join("").trimEnd());
  console.log(`\n${size.toLocaleString("en")} records; milliseconds, median / 95th percentile\n`);
  line(["engine", "ready after", ...KINDS, "data+index, br", "memory"]);
  for (const row of rows) {
    const ready = row.isSaved ? `${row.ready.toFixed(0)}-${row.built.toFixed(0)}` : row.ready.toFixed(0);
    const kinds = KINDS.map((kind) => (row.kinds[kind] ? `${short(median(row.kinds[kind].times))} / ${short(p95(row.kinds[kind].times))}` : "-"));
    line([row.title, ready, ...kinds, megabytes(bytes(row, records)), megabytes(row.memory)]);
  }
  console.log("\nanswers that are the scan's: ids, and counts (rule: which words of a text are those of a query)\n");
  line(["engine", "rule", ...KINDS], 26);
  for (const row of rows) {
    const kinds = KINDS.map((kind) => {
      const of = row.kinds[kind];
      if (!of) return "-";
      return `${percent(of.ids)}, ${of.counts === null ? "-" : percent(of.counts)}${of.times.length < 200 ? ` of ${of.times.length}` : ""}`;
    });
    line([row.title, row.rule, ...kinds], 26);
  }
  ratios(rows, records, texts);
  console.log(`
ready after: milliseconds until it answers, from a saved index - built in the page; of others' without reading the records, of
  ours with them. data+index: brotli of quality 9, of others the records (${megabytes(records)}) and the index; Orama's and
  itemsjs' index has the records in it or is beside them. memory: of objects after collecting garbage, and of WebAssembly.
Each query gives all ids and the counts of six facets, and is asked up to three times, of which the fastest counts: others use
  this machine, too. "of N": where 200 queries took more than some seconds, fewer were asked.
MiniSearch and FlexSearch have no facets: a loop over what they found filters and counts. Orama counts what it found, nothing
  lifted, so its counts are not compared; of two words it gives texts that have one of them, too. FlexSearch is indexed for prefixes,
  and Orama and itemsjs always look for them, so all three take any word for a beginning. Rejoinder finds a word in all its forms; "small" is
  compiled as the site is, "exact" asks for words in quotation marks. The floor is bit sets and postings over exact words,
  without ranking.`);
}

/** Ours has its data in it; others need the records besides, but for Orama, which keeps them. */
function bytes(row, records) {
  if (row.bytes === undefined) return undefined;
  return row.rule && ["ours", "small", "exact", "orama"].includes(row.name) ? row.bytes : row.bytes + records;
}

function ratios(rows, records, texts) {
  const row = (name) => rows.find((row) => row.name === name);
  const ours = row("ours");
  if (!ours) return;
  const slow = (name, kind) => row(name)?.kinds[kind] && p95(row(name).kinds[kind].times);
  const print = (what, value, goal) => value !== undefined && !Number.isNaN(value) && console.log(`  ${what.padEnd(58)}${short(value).padStart(10)}   goal ${goal}`);
  const ratio = (one, other) => (one === undefined || other === undefined ? undefined : one / other);
  console.log("\nratios\n");
  print("one word, p95, to MiniSearch's", ratio(slow("ours", "one word"), slow("minisearch", "one word")), "1/50 = .020");
  print("prefix, p95, to MiniSearch's", ratio(slow("ours", "prefix"), slow("minisearch", "prefix")), "1/300 = .0033");
  print("facets, p95, to Orama's", ratio(slow("ours", "facets"), slow("orama", "facets")), "1/100 = .010");
  for (const kind of KINDS.slice(0, 5)) {
    print(`${kind}, p95, to the floor's`, ratio(slow("ours", kind), slow("floor", kind)), "1.5");
    if (row("exact")) print(`${kind}, exact words, p95, to the floor's`, ratio(slow("exact", kind), slow("floor", kind)), "1.5");
  }
  for (const kind of KINDS.slice(0, 5)) {
    for (const [name, of] of [["median", median], ["p95", p95]]) {
      const peers = rows.filter(({ name, kinds }) => !["ours", "small", "exact", "floor"].includes(name) && kinds[kind]?.ids === 1);
      const best = peers.map((peer) => [of(peer.kinds[kind].times), peer.title]).sort(([a], [b]) => a - b)[0];
      if (best) print(`${kind}, ${name}, to the best right peer's (${best[1]})`, ratio(of(ours.kinds[kind].times), best[0]), "1");
    }
  }
  print("ready, to MiniSearch's load of a saved index", ratio(ours.ready, row("minisearch")?.ready), ".3");
  print("longest task of ours while it gets ready, milliseconds", ours.task, "50");
  print("data and index, to MiniSearch's", ratio(ours.bytes, row("minisearch") && bytes(row("minisearch"), records)), ".5");
  print("what filters need, to all of ours", ratio(ours.start, ours.bytes), ".07");
  print("memory, to the bytes of the texts", ours.memory / texts, "2");
}
