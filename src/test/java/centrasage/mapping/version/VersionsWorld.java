package centrasage.mapping.version;

import centrasage.mapping.ExampleMappings;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store and a folder of mapping files, which tests change. */
abstract class VersionsWorld {
    static final String WAREHOUSES =
            "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n33,*,WEB,centra,yes,0\n";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void copyTheExample() throws IOException {
        ExampleMappings.copyTo(folder);
    }

    MappingSeed started() throws MappingFaults {
        MappingSeed seed = new MappingSeed(versions, texts, folder.toString());
        seed.begin();
        return seed;
    }

    static MappingFiles file(String name, @Nullable String text) {
        MappingFiles files = new MappingFiles();
        files.add(name, text);
        return files;
    }
}
