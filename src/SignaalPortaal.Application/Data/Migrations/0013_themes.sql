-- What a signal is about. Those of before there were themes are about something else.
alter table signals add column theme text not null default 'Other';
