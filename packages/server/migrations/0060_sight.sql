-- What the actor sees is worked out once a query, not once a row: a function called in a policy reads the setting anew for each row, and that
-- was nine tenths of the time of every page that counts. Policies of new tables are written like these.
create function sight() returns public.ltree[] language sql stable as $$
  select string_to_array(current_setting('app.scopes', true), ' ')::public.ltree[]
$$;

-- A tally is read whole or by its plan and activity; through this index a wide reader took longer than through the whole table.
drop index activity_tally_executors;

alter policy absence_all on absence using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy account_all on account using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy activity_delete on activity using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy activity_read on activity using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy activity_update on activity using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy activity_party_delete on activity_party using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy activity_party_read on activity_party using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy activity_party_update on activity_party using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy activity_tally_read on activity_tally using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or (not of_schools and scope operator(public.@>) any ((select sight())::public.ltree[]))
  or executors operator(public.<@) any ((select sight())::public.ltree[]));

alter policy audit_read on audit using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy calendar_day_delete on calendar_day using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy calendar_day_read on calendar_day using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy calendar_feed_all on calendar_feed using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy comment_read on comment using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[])
  or author_scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy digest_all on digest using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy digest_mail_all on digest_mail using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy escalation_all on escalation using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy evidence_delete on evidence using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or author_scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy evidence_read on evidence using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[])
  or author_scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy expected_result_delete on expected_result using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy expected_result_read on expected_result using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy expected_result_update on expected_result using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy instance_delete on instance using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy instance_read on instance using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[])
  or executors operator(public.<@) any ((select sight())::public.ltree[]));

alter policy instance_update on instance using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or executors operator(public.<@) any ((select sight())::public.ltree[]));

alter policy instance_event_read on instance_event using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[])
  or author_scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy instance_gone_read on instance_gone using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[])
  or executors operator(public.<@) any ((select sight())::public.ltree[]));

alter policy oidc_binding_all on oidc_binding using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy one_time_link_all on one_time_link using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy operation_read on operation using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy org_unit_delete on org_unit using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy org_unit_read on org_unit using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy org_unit_read_bodies on org_unit using (kind in ('authority', 'institute') and (public.subpath(scope, 0, -1) operator(public.<@) any ((select sight())::public.ltree[])
  or public.subpath(scope, 0, -1) operator(public.@>) any ((select sight())::public.ltree[])));

alter policy org_unit_update on org_unit using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy org_unit_alias_delete on org_unit_alias using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy org_unit_alias_read on org_unit_alias using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy person_read on person using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy person_update on person using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_delete on plan using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_read on plan using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy plan_update on plan using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_amendment_all on plan_amendment using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_amendment_edit_all on plan_amendment_edit using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_draft_all on plan_draft using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_draft_content_all on plan_draft_content using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_draft_edit_all on plan_draft_edit using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_draft_reading_all on plan_draft_reading using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_edition_read on plan_edition using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy plan_edition_update on plan_edition using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_school_delete on plan_school using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_school_read on plan_school using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy plan_school_update on plan_school using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_section_delete on plan_section using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy plan_section_read on plan_section using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy plan_section_update on plan_section using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy production_year_delete on production_year using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy production_year_read on production_year using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy project_membership_delete on project_membership using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy project_membership_read on project_membership using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy project_membership_update on project_membership using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy recovery_code_all on recovery_code using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy register_import_all on register_import using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy register_import_change_all on register_import_change using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy reminder_rules_all on reminder_rules using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy reminder_run_all on reminder_run using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy reminder_settings_all on reminder_settings using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy role_assignment_read on role_assignment using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy role_assignment_update on role_assignment using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy school_category_delete on school_category using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy school_category_read on school_category using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy school_category_update on school_category using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy school_term_delete on school_term using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy school_term_read on school_term using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));

alter policy session_all on session using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy sign_in_event_read on sign_in_event using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy sign_in_guard_all on sign_in_guard using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy sign_in_policy_all on sign_in_policy using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy stored_file_delete on stored_file using (scope operator(public.<@) any ((select sight())::public.ltree[]));

alter policy stored_file_read on stored_file using (scope operator(public.<@) any ((select sight())::public.ltree[])
  or scope operator(public.@>) any ((select sight())::public.ltree[]));
