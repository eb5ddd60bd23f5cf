-- Written by `npm run db:schema` from database/migrations, for reading only; do not edit and never run.
-- What every function, view and policy of this schema says after the last migration.

-- Removes notices given before this instant, read or not.
CREATE OR REPLACE FUNCTION notices.forget(before timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from public.notice where at < before
$function$
;

-- What was told is somebody else's matter now: a register was handed over.
CREATE OR REPLACE FUNCTION notices.keep_only(from_origin text, of_occurrence text, account uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from public.notice where origin = from_origin and occurrence = of_occurrence and account_id <> account
$function$
;

-- What was told is no longer so: a register was finished, a hand-over undone.
CREATE OR REPLACE FUNCTION notices.take_back(from_origin text, of_occurrence text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from public.notice where origin = from_origin and occurrence = of_occurrence
$function$
;

-- Gives notices to whomever they concern; the same words about the same occasion again change nothing.
CREATE OR REPLACE FUNCTION notices.tell(told jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into public.notice as given (id, account_id, origin, occurrence, title, why, subject_kind, subject_id, path, at)
  select id, account_id, origin, occurrence, title, why, subject_kind, subject_id, path, at
    from jsonb_to_recordset(told) as each (id uuid, account_id uuid, origin text, occurrence text, title jsonb, why jsonb,
                                          subject_kind text, subject_id uuid, path text, at timestamptz)
  on conflict (account_id, origin, occurrence) do update
    set title = excluded.title, why = excluded.why, path = excluded.path, at = excluded.at, read_at = null
  where given.title <> excluded.title
$function$
;
