-- Articles put together again.
\ir setup.inc
\ir fixture.inc
SELECT no_plan();

SELECT is(document_text(-1), $$An opening paragraph about terrorism.

# Partners and What They Give

Much has been said. Key factors driving this include:

- **Intelligence Sharing:** Partners share technician training and prices.
    - A nested one.
3. **Capacity building:** Costs fall.
- A long bullet without a label goes on. A long bullet without a label goes on. A long bullet without a label goes on. A long bullet without a label goes on. 

Support grows, says the U.S. Army. The partners give, by Dr. Smith's count:

| Country/Association | Type of Support |
|---|---|
| United States | Intelligence sharing, training programs |
| China | Economic investments, technology transfer |
| European Union | Policy guidance, funding for initiatives |
| United Nations | Multinational frameworks, diplomatic support |
| Acme Inc. | Rope |
| Japan |  |

## Intelligence Sharing

> First line.
> Second line.

```
make all
```

\# no heading

2\. no list

|  |  |  |
|---|---|---|
| Japan | a \| b | c |
| Short row |
$$, 'every kind of block, in reading order');
INSERT INTO documents (document_id, source, dialect, content_sha256, byte_count, line_count) VALUES (-3, '/fixture/talk', 'extracted', '\x03', 0, 2);
INSERT INTO paragraphs (document_id, position, section_no, kind, text, line_no, label) VALUES
  (-3, 1, 0, 'text', 'When does the ferry leave?', 1, 'Q'), (-3, 2, 0, 'text', '1. At seven.', 2, 'Orla Finn');
SELECT is(document_text(-3), E'**Q:** When does the ferry leave?\n\n**Orla Finn:** 1. At seven.\n', 'with who speaks');
SELECT is(document_text(-99), NULL, 'no such article');
SELECT is((SELECT count(*)::int FROM document_texts WHERE document_id < 0), 3, 'document_texts has each article once');
SELECT is_empty($$SELECT document_id FROM documents d WHERE byte_count > 0 AND document_text(document_id) IS NULL$$, 'and all that are loaded');
SELECT is_empty($$
  SELECT b.document_id, b.line_no FROM paragraphs b JOIN document_texts t USING (document_id)
  WHERE b.kind = 'text' AND b.text !~ '^\s*([0-9]+[.)]\s|[-+*#>|`~])' AND strpos(t.text, b.text) = 0$$, 'every paragraph is in it');

SELECT * FROM finish();
ROLLBACK;
