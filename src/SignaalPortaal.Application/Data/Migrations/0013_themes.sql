-- What a signal is about; of those of before there were themes nobody was asked.
alter table signals add column theme text not null default 'NotGiven';
