package centrasage.settlements.intake;

import centrasage.settlements.SettlementSettings;
import centrasage.settlements.adyen.AdyenReader;
import centrasage.settlements.klarna.KlarnaJsonReader;
import centrasage.settlements.klarna.KlarnaReader;
import centrasage.settlements.paypal.PaypalReader;
import centrasage.settlements.profile.BadProfile;
import centrasage.settlements.profile.Profile;
import centrasage.settlements.profile.ProfileReader;
import centrasage.settlements.read.Readers;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.stripe.StripeReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All who can read a settlement file: the providers that are known here, and those that a profile describes. */
@ApplicationScoped
class KnownReaders {
    private SettlementSettings settings;

    @SuppressWarnings("NullAway.Init")
    KnownReaders() {}

    @Inject
    KnownReaders(SettlementSettings settings) {
        this.settings = settings;
    }

    /**
     * With the profiles as they are now.
     *
     * @throws IOException when the folder of the profiles cannot be read
     * @throws BadProfile when one of them is not complete: no file is taken then, because it might be that one's
     */
    Readers now() throws IOException, BadProfile {
        List<SettlementReader> readers = new ArrayList<>(List.of(
                new AdyenReader(settings.types("adyen")),
                new KlarnaReader(settings.klarna()),
                new KlarnaJsonReader(settings.klarna()),
                new PaypalReader(settings.types("paypal"), settings.uncounted()),
                new StripeReader(settings.stripe())));
        for (Path profile : profiles()) {
            readers.add(new ProfileReader(Profile.of(Source.of(profile))));
        }
        return new Readers(readers);
    }

    private List<Path> profiles() throws IOException {
        if (settings.profiles().isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(settings.profiles().get())) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }
}
