// Web Annotation, as Digital Bazaar's JSON-LD processor reads it, the W3C's vocabulary as @vocabulary/oa publishes it, and
// what the model demands (https://www.w3.org/TR/annotation-model/, sections in brackets).

import assert from 'node:assert/strict';
import { test } from 'node:test';

import vocabulary from '@vocabulary/oa';
import jsonld from 'jsonld';

import { NAMES, SITE, json, text } from './exported.mjs';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Of the context at http://www.w3.org/ns/anno.jsonld the terms that the export uses, with what they mean there. */
const context = {
  oa: OA,
  as: AS,
  dc: 'http://purl.org/dc/elements/1.1/',
  rdf: RDF,
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: { '@type': '@id', '@id': '@id' },
  type: { '@type': '@id', '@id': '@type' },
  Annotation: 'oa:Annotation',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  SpecificResource: 'oa:SpecificResource',
  TextPositionSelector: 'oa:TextPositionSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextualBody: 'oa:TextualBody',
  classifying: 'oa:classifying',
  describing: 'oa:describing',
  identifying: 'oa:identifying',
  tagging: 'oa:tagging',
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  partOf: { '@type': '@id', '@id': 'as:partOf' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
  format: 'dc:format',
  language: 'dc:language',
  value: 'rdf:value',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  label: 'rdfs:label',
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  total: { '@id': 'as:totalItems', '@type': 'xsd:nonNegativeInteger' },
  startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
};

/** What the processor would drop, such as a term that the context does not know, is an error. */
const options = {
  safe: true,
  documentLoader: (url) => {
    assert.equal(url, CONTEXT);
    return { documentUrl: url, document: { '@context': context } };
  },
};

/** Every name that the vocabulary describes. */
const described = new Set();
const factory = {
  blankNode: () => '',
  literal: () => '',
  namedNode: (iri) => iri,
  quad: (subject) => described.add(subject),
};
vocabulary({ factory });

/** The names that a document is made of: keys, types, and what it refers to by a name of a vocabulary. */
function names(node, found = new Set()) {
  if (Array.isArray(node)) node.forEach((each) => names(each, found));
  else if (typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (!key.startsWith('@')) found.add(key);
      if (key === '@type' && !('@value' in node)) [value].flat().forEach((type) => found.add(type));
      if (key === '@id' && value.startsWith(OA)) found.add(value);
      names(value, found);
    }
  }
  return found;
}

const page = (name) => JSON.parse(text(name, 'anno.jsonld'));

/** The offsets of a string in code points. */
const count = (text) => [...text].length;

for (const name of NAMES) {
  test(`${name}: a page has what a page must have (5.2)`, () => {
    const { '@context': given, id, type, partOf, startIndex, items } = page(name);
    assert.equal(given, CONTEXT);
    assert.ok(id.startsWith(SITE) && id !== partOf.id);
    assert.equal(type, 'AnnotationPage');
    assert.equal(startIndex, 0);
    const { debate, statements } = json(name);
    const { id: collection, ...of } = partOf;
    assert.ok(collection.startsWith(SITE));
    assert.deepEqual(of, { type: 'AnnotationCollection', label: debate.title, total: statements.length });
    assert.equal(items.length, statements.length);
  });

  test(`${name}: an annotation a statement, with its speaker, side and themes (3.1, 3.2.4, 3.3.5)`, () => {
    const { items } = page(name);
    for (const [n, { page, speaker, side, themes, argument, quotation }] of json(name).statements.entries()) {
      const { id, type, motivation, body, target } = items[n];
      assert.deepEqual({ id, type, motivation }, { id: page, type: 'Annotation', motivation: 'classifying' });
      const of = (purpose) => body.filter((each) => each.purpose === purpose).map((each) => each.value);
      assert.deepEqual(of('identifying'), speaker ? [speaker.name] : []);
      assert.deepEqual(of('classifying'), [side.label]);
      assert.deepEqual(of('tagging'), themes.map((theme) => theme.label));
      assert.deepEqual(of('describing'), [`${argument ? 'argument' : 'statement'}, ${quotation} quotation`]);
      for (const { type, format, language } of body) {
        assert.deepEqual({ type, format, language }, { type: 'TextualBody', format: 'text/plain', language: 'en' });
      }
      assert.ok(target.length >= 1);
    }
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length, 'an annotation has an IRI of its own (3.1)');
  });

  test(`${name}: selectors find the words of every statement (4.2.4, 4.2.5)`, () => {
    const { items } = page(name);
    const { statements, articles } = json(name);
    const byId = new Map(articles.map((article) => [article.id, { ...article, points: [...article.text] }]));
    for (const [n, { article, spans }] of statements.entries()) {
      const { page, text, points, paragraphs } = byId.get(article.id);
      const body = [paragraphs[0].start, paragraphs.at(-1).end];
      const found = items[n].target.map(({ type, source, selector: [quote, place] }) => {
        assert.deepEqual({ type, source }, { type: 'SpecificResource', source: page });
        assert.deepEqual([quote.type, place.type], ['TextQuoteSelector', 'TextPositionSelector']);
        const { exact, prefix, suffix } = quote;
        const { start, end } = place;
        assert.equal(points.slice(start, end).join(''), exact);
        assert.equal(points.slice(start - count(prefix), end + count(suffix)).join(''), prefix + exact + suffix);
        assert.ok(text.includes(prefix + exact + suffix));
        assert.equal(count(prefix), Math.min(32, start - body[0]), 'of the body, as much as is said');
        assert.equal(count(suffix), Math.min(32, body[1] - end), 'of the body, as much as is said');
        return { start, end, text: exact };
      });
      assert.deepEqual(found, spans);
    }
  });

  test(`${name}: a JSON-LD processor finds the same, in the names of the vocabulary`, async () => {
    const expanded = await jsonld.expand(page(name), options);
    for (const iri of names(expanded)) {
      if (iri.startsWith(OA)) assert.ok(described.has(iri), `${iri} is none of the vocabulary`);
      else assert.match(iri, new RegExp(`^(${AS}|${RDF}value$|http://purl.org/dc/elements/1.1/|.*rdf-schema#label$)`));
    }
    const [{ [`${AS}items`]: [{ '@list': annotations }] }] = expanded;
    const words = annotations.map((annotation) => {
      const quotes = annotation[`${OA}hasTarget`].map((target) => target[`${OA}hasSelector`][0][`${OA}exact`][0]['@value']);
      return [annotation['@id'], quotes];
    });
    assert.deepEqual(words, json(name).statements.map(({ page, spans }) => [page, spans.map(({ text }) => text)]));
    const quads = await jsonld.toRDF(page(name), options);
    const purposes = quads.filter(({ predicate }) => predicate.value === `${OA}hasPurpose`);
    assert.ok(purposes.length > 0 || json(name).statements.length === 0);
    for (const { object } of purposes) assert.ok(described.has(object.value), object.value);
  });
}

test('a term that nobody knows is found', async () => {
  const of = (thing) => jsonld.expand({ '@context': CONTEXT, type: 'Annotation', ...thing }, options);
  await of({ motivation: 'tagging' });
  await assert.rejects(of({ motive: 'tagging' }));
  assert.ok(!described.has(`${OA}quarrelling`) && described.has(`${OA}tagging`));
});
