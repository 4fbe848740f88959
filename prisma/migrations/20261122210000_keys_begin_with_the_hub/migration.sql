-- What is unique in a table of a hub begins with the hub, so that the tables can be laid out by hub; a link's
-- hash is drawn by lot from 2^256 and is looked for by an index that need not be unique.
drop index application_token_hash_key;
drop index invitation_token_hash_key;
create unique index application_hub_id_token_hash_key on application (hub_id, token_hash);
create unique index invitation_hub_id_token_hash_key on invitation (hub_id, token_hash);
create index invitation_token_hash_idx on invitation (token_hash);
