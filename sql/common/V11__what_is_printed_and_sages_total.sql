-- What tells that an address, a contact or a comment of a posted document is another one now: hashes under the key of its person, no
-- personal data. Empty of what was planned before: it is filled in from the version that was posted, when the next one comes.
ALTER TABLE posting ADD printed_marks VARCHAR(400);

-- The total that the other side answered with, in the currency of the amount; empty where it is not known.
ALTER TABLE posting ADD target_total DECIMAL(19,4);
