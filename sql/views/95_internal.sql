-- Functions that only views, triggers and the loader call say so first, as the tables of bookkeeping do.
DO $$
DECLARE
  f record;
BEGIN
  FOR f IN
    SELECT p.oid::regprocedure AS signature, obj_description(p.oid, 'pg_proc') AS comment FROM pg_proc p
    WHERE p.pronamespace = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = current_schema())
      AND p.proname = ANY ('{column_meaning,documents_deleted,documents_truncated,draw_document_ids,fact_kind,item_key_signs,item_key_steps,last_sentence,load_is_alive,load_lock,lower_case,markdown_cell,markdown_text,sentence_around,shape_columns,text_configuration}')
      AND obj_description(p.oid, 'pg_proc') NOT LIKE 'Internal: %'
  LOOP
    EXECUTE format('COMMENT ON FUNCTION %s IS %L', f.signature, 'Internal: ' || lower(left(f.comment, 1)) || substr(f.comment, 2));
  END LOOP;
END
$$;
