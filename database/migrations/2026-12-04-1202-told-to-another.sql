-- A reminder follows what it speaks of: whoever handed it on is reminded no longer (DOS-06).
create function notices.keep_only(from_origin text, of_occurrence text, account uuid) returns void
  language sql volatile security definer set search_path = '' as $$
  delete from public.notice where origin = from_origin and occurrence = of_occurrence and account_id <> account
$$;
comment on function notices.keep_only(text, text, uuid) is 'What was told is somebody else''s matter now: a register was handed over.';
revoke execute on function notices.keep_only(text, text, uuid) from public;
grant execute on function notices.keep_only(text, text, uuid) to yilu_app;
