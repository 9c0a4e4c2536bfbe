-- What pages of HTML say beyond text: cells that go over several columns or rows, headers of rows, captions of figures.
ALTER TABLE table_cells ADD COLUMN spanned boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN table_cells.spanned IS
  'Whether it repeats the cell to its left, or above, which goes over this place, too: count and sum the cells where it is false.';

ALTER TABLE tables ADD COLUMN row_headers boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN tables.row_headers IS 'Whether the source marks the cells of the first column as headers of their rows.';

ALTER TABLE paragraphs DROP CONSTRAINT paragraphs_kind;
ALTER TABLE paragraphs ADD CONSTRAINT paragraphs_kind CHECK (kind IN ('text', 'lead_in', 'quote', 'code', 'leftover', 'caption'));
COMMENT ON COLUMN paragraphs.kind IS
  'text; lead_in: introduces the list or table just after it; quote; code; leftover: not part of the article (a stray headline, a share prompt, a credit); caption: of a figure of a page, or what its picture is called.';
