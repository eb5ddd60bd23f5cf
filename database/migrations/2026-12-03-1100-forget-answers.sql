-- Stored answers and counted windows were written and never taken away. Everybody's answers are seen by nobody but their writer,
-- so the clock takes old ones away through a function.

create function scope.forget_answers(before timestamptz) returns void language sql security definer set search_path = ''
  as $$ delete from public.idempotent_answer where at < before $$;
comment on function scope.forget_answers(timestamptz) is 'Takes away whosoever''s answers older than this; for the clock.';
revoke execute on function scope.forget_answers(timestamptz) from public;
grant execute on function scope.forget_answers(timestamptz) to yilu_app;

comment on table idempotent_answer is 'Answers to writes that carried an Idempotency-Key, encrypted: a repeated request gets the same answer and does nothing. Kept as long as a phone may have been without a network (platform/server/http/forget-answers.ts).';
