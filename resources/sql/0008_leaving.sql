-- Cases that leave this machine when nothing of them waits any more: every page that comes down asks for
-- them, and must not read the whole table of streams for it.
CREATE INDEX stream_leaving ON stream (key) WHERE is_leaving = 1;
