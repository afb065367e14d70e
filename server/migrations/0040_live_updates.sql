-- What changed, told to those who listen: the topic and the workspace, never the data. Open pages of the console read again
-- what it concerns. `modules/live/topics.ts` says who may hear which topic; a test compares it with these triggers.
-- PostgreSQL tells equal notifications of one transaction once, so a bulk insert is one word.

-- PostgreSQL commits transactions that notify one after the other: eight connections that change one row each commit a fifth
-- as often, and 32 a tenth. Whoever listens holds this lock, shared (`platform/db/listener.ts`); nobody else needs it
-- for longer than it takes to find it free.
create function somebody_listens() returns boolean language plpgsql as $$
begin
  if not pg_try_advisory_lock(hashtextextended('kontor_changes', 0)) then return true; end if;
  perform pg_advisory_unlock(hashtextextended('kontor_changes', 0));
  return false;
end $$;

create function announce_change() returns trigger language plpgsql as $$
begin
  if not somebody_listens() then return null; end if;
  perform pg_notify('kontor_changes', json_build_object(
    'workspaceId', coalesce(new.workspace_id, old.workspace_id), 'topic', tg_argv[0])::text);
  return null;
end $$;

-- A workspace has many conversations at once, and a page shows one: the id says whether it is that one.
create function announce_conversation() returns trigger language plpgsql as $$
begin
  if not somebody_listens() then return null; end if;
  perform pg_notify('kontor_changes', json_build_object(
    'workspaceId', coalesce(new.workspace_id, old.workspace_id), 'topic', tg_argv[0],
    'id', coalesce(new.conversation_id, old.conversation_id))::text);
  return null;
end $$;

-- The same of users: a page shows the bank data of one.
create function announce_user() returns trigger language plpgsql as $$
begin
  if not somebody_listens() then return null; end if;
  perform pg_notify('kontor_changes', json_build_object(
    'workspaceId', coalesce(new.workspace_id, old.workspace_id), 'topic', tg_argv[0],
    'id', coalesce(new.user_id, old.user_id))::text);
  return null;
end $$;

create function announce_of_user() returns trigger language plpgsql as $$
begin
  if not somebody_listens() then return null; end if;
  perform pg_notify('kontor_changes', json_build_object(
    'workspaceId', coalesce(new.workspace_id, old.workspace_id), 'topic', tg_argv[0],
    'id', (select u.user_id from users u where u.user_key = coalesce(new.user_key, old.user_key)))::text);
  return null;
end $$;

create function announce_operator() returns trigger language plpgsql as $$
begin
  if not somebody_listens() then return null; end if;
  perform pg_notify('kontor_changes', json_build_object(
    'workspaceId', coalesce(new.workspace_id, old.workspace_id), 'topic', tg_argv[0],
    'id', coalesce(new.operator_id, old.operator_id))::text);
  return null;
end $$;

create trigger announce after delete on operator_sessions for each row execute function announce_operator('sessions');
create trigger announce_role after update of role or delete on operators for each row execute function announce_operator('sessions');

create trigger announce after insert or update of role, name, email, totp_confirmed_at or delete on operators for each row execute function announce_change('people');
create trigger announce after insert or update or delete on invitations for each row execute function announce_change('people');
create trigger announce after insert on audit_entries for each row execute function announce_change('audit');
create trigger announce after insert or update of name, revoked_at, expires_at or delete on api_keys for each row execute function announce_change('api-keys');
create trigger announce after insert or update of name, scopes, revoked_at or delete on clients for each row execute function announce_change('clients');

create trigger announce after insert or update or delete on users for each row execute function announce_user('users');
create trigger announce after insert or update or delete on accounts for each row execute function announce_of_user('accounts');
create trigger announce after insert or update of consent_status, valid_until, failures or delete on bank_logins for each row execute function announce_of_user('accounts');
create trigger announce after insert or update on login_syncs for each row execute function announce_of_user('accounts');
create trigger announce after insert or update on analysis_runs for each row execute function announce_of_user('runs');
-- What readers see: another run than before, or what a person has decided about it.
create trigger announce after update of completed_run_id on analysis_states for each row execute function announce_of_user('results');
create trigger announce after insert or update or delete on contract_decisions for each row execute function announce_of_user('results');
create trigger announce after insert or update or delete on categorization_rules for each row execute function announce_change('category-rules');

create trigger announce after insert or update or delete on reviews for each row execute function announce_change('reviews');
create trigger announce after insert or update or delete on articles for each row execute function announce_change('articles');
create trigger announce after insert or update or delete on folders for each row execute function announce_change('articles');
create trigger announce after insert or delete on folder_bots for each row execute function announce_change('articles');
create trigger announce after insert or update or delete on documents for each row execute function announce_change('sources');
create trigger announce after insert or update or delete on source_connections for each row execute function announce_change('sources');
create trigger announce after insert or update or delete on crawls for each row execute function announce_change('sources');
create trigger announce after update on crawl_pages for each row execute function announce_change('sources');
create trigger announce after insert or update or delete on drafting_jobs for each row execute function announce_change('drafting');

create trigger announce after insert or update or delete on bots for each row execute function announce_change('bots');
create trigger announce after insert or update or delete on bot_prompts for each row execute function announce_change('bots');
create trigger announce after insert or update on bot_indexes for each row execute function announce_change('bots');
create trigger announce after insert or update or delete on tags for each row execute function announce_change('tags');
create trigger announce after insert or update or delete on tag_groups for each row execute function announce_change('tags');
create trigger announce after insert or update or delete on test_suites for each row execute function announce_change('test-suites');
create trigger announce after insert or update or delete on test_suite_runs for each row execute function announce_change('test-suites');

create trigger announce after insert or update of status, resolved, has_feedback, latest_event_at, taken_at, confirmed_at or delete on conversations for each row execute function announce_conversation('conversations');
create trigger announce after update on conversation_events for each row execute function announce_conversation('conversations');
create trigger announce after insert or update on handovers for each row execute function announce_conversation('conversations');

create trigger announce after insert or update or delete on integrations for each row execute function announce_change('integrations');
create trigger announce after insert or update or delete on integration_endpoints for each row execute function announce_change('integrations');
create trigger announce after insert or update or delete on integration_environments for each row execute function announce_change('integrations');
-- Every call writes its state: told only when the endpoint begins to fail, or works again.
create trigger announce after update on endpoint_states for each row
  when (old.consecutive_failures is distinct from new.consecutive_failures or old.paused_until is distinct from new.paused_until)
  execute function announce_change('integrations');
create trigger announce after insert or update or delete on endpoint_drifts for each row execute function announce_change('integrations');
create trigger announce after insert or update or delete on attributes for each row execute function announce_change('attributes');
create trigger announce after insert or update or delete on actions for each row execute function announce_change('actions');
create trigger announce after insert or update on action_runs for each row execute function announce_change('action-runs');
create trigger announce after insert or update or delete on rules for each row execute function announce_change('rules');
create trigger announce after insert or delete on rule_versions for each row execute function announce_change('rules');

create trigger announce after insert or update or delete on widgets for each row execute function announce_change('widgets');
create trigger announce after insert or update or delete on webhooks for each row execute function announce_change('webhooks');
create trigger announce after insert or update or delete on webhook_deliveries for each row execute function announce_change('webhooks');
