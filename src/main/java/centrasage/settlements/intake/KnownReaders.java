package centrasage.settlements.intake;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.adyen.AdyenReader;
import centrasage.settlements.file.Fault;
import centrasage.settlements.folder.FileReport;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All who can read a settlement file: the providers that are known here, and those that a profile describes. */
@ApplicationScoped
class KnownReaders {
    private static final Logger LOG = Logger.getLogger(KnownReaders.class.getName());

    /** A file cannot be called so: a stroke is no part of a name. */
    private static final String PROFILE = "profile/";

    private static final int FAULTS_MAX = 50;

    private SettlementSettings settings;
    private FileReport report;

    @SuppressWarnings("NullAway.Init")
    KnownReaders() {}

    @Inject
    KnownReaders(SettlementSettings settings, FileReport report) {
        this.settings = settings;
        this.report = report;
    }

    /** @param isComplete whether no profile has a fault: else a file that nobody reads may be of one that has */
    record Known(Readers readers, boolean isComplete) {}

    /**
     * With the profiles as they are now; those with a fault are told, and those without one are told no more.
     *
     * @throws IOException when the folder of the profiles cannot be read
     */
    Known now() throws IOException {
        List<SettlementReader> readers = new ArrayList<>(List.of(
                new AdyenReader(settings.types("adyen")),
                new KlarnaReader(settings.klarna()),
                new KlarnaJsonReader(settings.klarna()),
                new PaypalReader(settings.types("paypal"), settings.uncounted()),
                new StripeReader(settings.stripe())));
        Set<String> faulty = new HashSet<>();
        for (Path file : profiles()) {
            Source profile = Source.of(file);
            try {
                readers.add(new ProfileReader(Profile.of(profile)));
            } catch (BadProfile e) {
                faulty.add(told(profile.name(), e.faults()));
            } catch (IOException e) {
                LOG.log(Level.WARNING, e, () -> "the profile " + profile.name() + " cannot be read");
                Fault fault = Fault.ofBatch("it cannot be read", "See whether this program may read it");
                faulty.add(told(profile.name(), List.of(fault)));
            }
        }
        report.only(PROFILE, faulty);
        return new Known(new Readers(readers), faulty.isEmpty());
    }

    /** Its subject. */
    private String told(String name, List<Fault> faults) {
        String subject = FileReport.subject(PROFILE + name);
        String remedies = faults.stream().map(Fault::remedy).distinct().collect(Collectors.joining(". "));
        report.told(
                subject,
                new Reason(
                        "BAD_PROFILE",
                        Owner.FINANCE,
                        "The profile " + name + " cannot be used: " + Fault.sentence(faults, FAULTS_MAX),
                        remedies + ". Or remove it from settlements.profiles. Until then files that nobody else reads"
                                + " stay in the inbox; this closes itself"));
        return subject;
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
