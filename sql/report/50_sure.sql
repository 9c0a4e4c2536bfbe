-- How sure the headings are
-- as bars
-- Marked headings are told by the source; all others are recovered from the text, each with a confidence from 0 to 1.
SELECT CASE heading_origin WHEN 'inferred' THEN 'recovered, ' || to_char(least(floor(confidence * 10) / 10, 0.9), '0.0') || ' and more'
  ELSE heading_origin END, count(*)
FROM sections WHERE section_no > 0 GROUP BY 1 ORDER BY 1;
