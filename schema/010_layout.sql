-- How plain text is laid out decides how its lines become rows; documents of one layout can be looked at together.
ALTER TABLE documents ADD COLUMN layout text;
ALTER TABLE documents ADD CONSTRAINT documents_layout CHECK (layout IN ('lines', 'blocks', 'wrapped'));
COMMENT ON COLUMN documents.layout IS
  'How plain text is laid out: lines (each line is a block), blocks (each line is one, blank lines stand between them) or wrapped (lines are broken at a width, blank lines stand between blocks); NULL for Markdown, and for what was loaded before this was recorded.';
