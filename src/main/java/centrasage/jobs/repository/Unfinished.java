package centrasage.jobs.repository;

/**
 * An execution that has no end yet: it runs, or its process died.
 *
 * @param instance the start of the job that it belongs to; its restarts belong to the same one
 */
public record Unfinished(long id, long instance, String job) {}
