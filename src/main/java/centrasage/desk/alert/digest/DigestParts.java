package centrasage.desk.alert.digest;

import centrasage.flow.DigestPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** What others have to say in a digest. */
@ApplicationScoped
class DigestParts {
    private Iterable<DigestPart> parts;

    @SuppressWarnings("NullAway.Init")
    DigestParts() {}

    @Inject
    DigestParts(@Any Instance<DigestPart> parts) {
        this((Iterable<DigestPart>) parts);
    }

    DigestParts(Iterable<DigestPart> parts) {
        this.parts = parts;
    }

    List<DigestPart> all() {
        return StreamSupport.stream(parts.spliterator(), false).toList();
    }
}
