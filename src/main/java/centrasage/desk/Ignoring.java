package centrasage.desk;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when a person will not see to something, and why.
 *
 * @param day as they said it
 * @param until when that day begins where they are
 */
public record Ignoring(LocalDate day, Instant until, String why) {}
