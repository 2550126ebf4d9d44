/**
 * Brings files from the providers into the inbox, where a site wants that: by SFTP or HTTPS. What is there already, waiting, done or held, is
 * not brought again.
 */
@NullMarked
package centrasage.settlements.fetch;

import org.jspecify.annotations.NullMarked;
