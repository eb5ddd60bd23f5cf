-- A contact or register sent twice without an Idempotency-Key (a second tap on a slow telephone, a script that tries again) was two.
-- What it is recognised by is unique, so that two at once are one as well; "again" and imported history carry none.

alter table interaction add column said_once text;
comment on column interaction.said_once is
  'Keyed hash of author, person, project, kind, reaction, words and the ten minutes in which it was; empty when said to be another of the same.';
create unique index interaction_said_once on interaction (said_once) where said_once is not null;

alter table register_entry add column sent_once text;
comment on column register_entry.sent_once is 'Keyed hash of author, project, kind, moment of the contact and the form as first sent.';
create unique index register_sent_once on register_entry (sent_once) where sent_once is not null;
