package centrasage.security.openid;

import java.util.Set;

/**
 * Somebody as the provider knows them, from a token that was checked.
 *
 * @param subject the provider and its key of the person, which no renaming changes
 * @param name what they are called here
 * @param roles ours, as the mapping gives them; empty where they have none here
 */
public record Identity(String subject, String name, Set<String> roles) {
    public Identity {
        roles = Set.copyOf(roles);
    }
}
