-- A guided demo takes its zone, kit, guide and company host in the same table as everything else; the word
-- comes first, since a new one cannot be used in the transaction that adds it.
alter type "OccupancyKind" add value 'GUIDED';
