package centrasage.console.api.json;

import centrasage.sync.Attempt;
import centrasage.sync.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A posting with all that was done about it.
 *
 * @param evidence what was read before the last send; null when it was never sent
 */
public record PostingLife(PostingJson posting, @Nullable String evidence, List<Attempt> attempts, List<Link> links) {}
