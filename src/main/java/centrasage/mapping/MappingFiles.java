package centrasage.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mapping files as they are now; a run loads them once and keeps that version. */
@ApplicationScoped
public class MappingFiles {
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    MappingFiles() {}

    @Inject
    public MappingFiles(@ConfigProperty(name = "mapping.seed") String folder) {
        this.folder = Path.of(folder);
    }

    /** @throws MappingFaults with everything that is wrong in all files */
    public Mappings load() throws MappingFaults {
        return SeedFolder.load(folder);
    }
}
