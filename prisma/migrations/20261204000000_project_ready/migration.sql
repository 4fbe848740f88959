-- In a folder of its own: a value can be used once the transaction that adds it has ended.
alter type "ProjectState" add value 'READY';
