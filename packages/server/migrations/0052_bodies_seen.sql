-- Authorities and institutes stand beside the schools they answer for: they are seen from all below (and above) their parent, so that a
-- school knows whose plan it carries out and who is responsible.
create function is_body_along(kind text, scope public.ltree) returns boolean language sql stable as $$
  select kind in ('authority', 'institute') and (
    public.subpath(scope, 0, -1) operator(public.<@) any (string_to_array(current_setting('app.scopes', true), ' ')::public.ltree[])
    or public.subpath(scope, 0, -1) operator(public.@>) any (string_to_array(current_setting('app.scopes', true), ' ')::public.ltree[])
  )
$$;

create policy org_unit_read_bodies on org_unit for select using (is_body_along(kind, scope));
