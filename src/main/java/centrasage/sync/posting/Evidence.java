package centrasage.sync.posting;

/**
 * What was known before a send; committed with the intent.
 *
 * @param words for people
 * @param read as the target wrote it down, for itself: what it sends by, and what it looks again by after a doubt; may be empty
 */
public record Evidence(String words, String read) {}
