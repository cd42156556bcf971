-- The plan's own title in the annex; the act's title («Об утверждении …») stays in title. Null: the document has one title.
alter table plan add column annex_title text;
