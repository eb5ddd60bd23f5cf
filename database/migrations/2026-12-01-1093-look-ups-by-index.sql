-- Rows of an import are looked up a thousand at a time and mostly find nobody. The planner cannot know that and would rather
-- read every person once per batch, so that a file twice as long took four times as long.

alter function customers.people_with_phones(text[]) set enable_seqscan = 'off';
alter function customers.people_with_phones(text[]) set plan_cache_mode = 'force_custom_plan';
alter function customers.people_with_identities(text[]) set enable_seqscan = 'off';
alter function customers.people_with_identities(text[]) set plan_cache_mode = 'force_custom_plan';
alter function customers.people_of_rooms(uuid[]) set enable_seqscan = 'off';
alter function customers.people_of_rooms(uuid[]) set plan_cache_mode = 'force_custom_plan';
alter function customers.write_search_words(uuid[]) set enable_seqscan = 'off';
