package centrasage.console.mappings.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.Edition;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.StockRule;
import centrasage.sync.changes.Drafts;
import centrasage.sync.changes.Proposal;
import centrasage.sync.changes.Proposals;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.store.JpaWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a draft to the next version: nobody's work is overwritten, and where two people are asked for, it takes two. */
class SavingTest {
    private static final String SKUS = "company,sku,product,as\n33,A,%s,product\n";
    private static final String GATEWAYS =
            "company,gateway,currency,payment_method,clearing_bank\n33,adyen,GBP,ADYEN,%s\n";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    private final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));
    private final MappingSeed seed = new MappingSeed(versions, texts, "docs/example-mappings");
    private final Drafts drafts = world.transactions().bean(Drafts.class, world.entities(), world.time());
    private final Proposals proposals =
            world.transactions().bean(Proposals.class, world.entities(), world.time(), world.audit());
    private final Changes changes = new Changes(versions, drafts, proposals);

    @BeforeEach
    void a_first_version() throws MappingFaults {
        seed.begin();
    }

    private Saving saving(boolean fourEyes) {
        return new Saving(versions, seed, changes, proposals, world.audit(), fourEyes);
    }

    private static Edition edition(Change change) {
        return change.match(
                nothing -> notReady(), overtaken -> notReady(), faulty -> notReady(), Change.Ready::edition);
    }

    private static Edition notReady() {
        throw new AssertionError("it could not be saved");
    }

    private static String kind(Change change) {
        return change.match(nothing -> "nothing", overtaken -> "overtaken", faulty -> "faulty", ready -> "ready");
    }

    private static String kind(Saved saved) {
        return saved.match(made -> "made", proposed -> "proposed", beaten -> "beaten");
    }

    @Test
    void what_was_typed_is_kept_for_each_person_right_or_wrong() {
        drafts.keep("anna", "vat.csv", 1, "company,ship_from\nnot a number,");
        drafts.keep("ben", "skus.csv", 1, SKUS.formatted("PA"));

        assertThat(drafts.of("anna"))
                .singleElement()
                .satisfies(draft -> assertThat(draft.content()).contains("not a number"));
        assertThat(kind(changes.of("anna"))).isEqualTo("faulty");
        assertThat(kind(changes.of("ben"))).isEqualTo("ready");
        assertThat(kind(changes.of("carl"))).isEqualTo("nothing");
        drafts.discard("anna", "vat.csv");
        assertThat(drafts.of("anna")).isEmpty();
    }

    @Test
    void a_draft_is_saved_with_who_and_why() {
        drafts.keep("anna", "skus.csv", 1, SKUS.formatted("PA"));

        assertThat(kind(saving(false).save(edition(changes.of("anna")), "anna", "a new article")))
                .isEqualTo("made");

        assertThat(versions.currentNumber()).isEqualTo(2);
        assertThat(versions.version(2).orElseThrow().note()).isEqualTo("a new article");
        assertThat(kind(changes.of("anna"))).isEqualTo("nothing");
    }

    @Test
    void another_sheet_that_somebody_saved_meanwhile_does_not_matter_and_the_same_one_is_told() {
        drafts.keep("anna", "skus.csv", 1, SKUS.formatted("PA"));
        drafts.keep("ben", "gateways.csv", 1, GATEWAYS.formatted("OTHER"));
        saving(false).save(edition(changes.of("ben")), "ben", "another bank");
        assertThat(edition(changes.of("anna")).base()).isEqualTo(2);

        drafts.keep("carl", "skus.csv", 2, SKUS.formatted("PC"));
        saving(false).save(edition(changes.of("carl")), "carl", "first");
        assertThat(kind(changes.of("anna"))).isEqualTo("overtaken");
        assertThat(versions.files(3).get("gateways.csv")).contains("OTHER");
    }

    @Test
    void of_two_who_save_in_one_moment_one_is_beaten_and_nothing_of_it_is_kept() {
        drafts.keep("anna", "skus.csv", 1, SKUS.formatted("PA"));
        drafts.keep("ben", "skus.csv", 1, SKUS.formatted("PB"));
        Edition first = edition(changes.of("anna"));
        Edition second = edition(changes.of("ben"));

        assertThat(kind(saving(false).save(first, "anna", "first"))).isEqualTo("made");
        assertThat(kind(saving(false).save(second, "ben", "second"))).isEqualTo("beaten");
        assertThat(versions.currentNumber()).isEqualTo(2);
    }

    private Proposal proposed(String person) {
        drafts.keep(person, "skus.csv", versions.currentNumber(), SKUS.formatted("PA"));
        return saving(true)
                .save(edition(changes.of(person)), person, "a new article")
                .match(made -> notProposed(), Saved.Proposed::proposal, beaten -> notProposed());
    }

    private static Proposal notProposed() {
        throw new AssertionError("it waits for nobody");
    }

    @Test
    void with_four_eyes_nothing_is_in_force_before_another_person_approves() {
        Proposal proposal = proposed("anna");

        assertThat(versions.currentNumber()).isEqualTo(1);
        assertThat(proposals.waiting(10)).containsExactly(proposal);
        assertThat(saving(true).approve(proposal.id(), "Anna", "mine")).isEqualTo(Saving.Approval.OWN);
        assertThat(versions.currentNumber()).isEqualTo(1);

        assertThat(saving(true).approve(proposal.id(), "ben", "looked at it")).isEqualTo(Saving.Approval.MADE);

        assertThat(versions.version(2).orElseThrow().madeBy()).isEqualTo("anna");
        assertThat(versions.version(2).orElseThrow().note()).isEqualTo("a new article (approved by ben: looked at it)");
        assertThat(proposals.ofVersion(2).orElseThrow().decidedBy()).isEqualTo("ben");
        assertThat(saving(true).approve(proposal.id(), "carl", "again")).isEqualTo(Saving.Approval.GONE);
        assertThat(world.audit().of("mapping-proposal/" + proposal.id()))
                .extracting(AuditEntry::actor, AuditEntry::action)
                .containsExactly(tuple("anna", "MAPPINGS_PROPOSED"), tuple("ben", "MAPPINGS_APPROVED"));
    }

    @Test
    void a_proposal_whose_version_is_not_in_force_any_more_is_planned_anew_and_approved_again() {
        Proposal proposal = proposed("anna");
        drafts.keep("carl", "gateways.csv", 1, GATEWAYS.formatted("OTHER"));
        saving(false).save(edition(changes.of("carl")), "carl", "another bank");

        assertThat(saving(true).approve(proposal.id(), "ben", "fine")).isEqualTo(Saving.Approval.PLANNED_ANEW);
        assertThat(versions.currentNumber()).isEqualTo(2);
        assertThat(saving(true).approve(proposal.id(), "ben", "fine")).isEqualTo(Saving.Approval.MADE);
        assertThat(versions.files(3).get("gateways.csv")).contains("OTHER");
        assertThat(versions.files(3).get("skus.csv")).contains("PA");
    }

    @Test
    void a_proposal_of_which_the_same_sheet_was_changed_is_brought_together_by_its_proposer() {
        Proposal proposal = proposed("anna");
        drafts.discard("anna");
        drafts.keep("carl", "skus.csv", 1, SKUS.formatted("PC"));
        saving(false).save(edition(changes.of("carl")), "carl", "first");

        assertThat(saving(true).approve(proposal.id(), "ben", "fine")).isEqualTo(Saving.Approval.OVERTAKEN);
        assertThat(saving(true).withdraw(proposal.id(), "ben")).isFalse();
        assertThat(saving(true).withdraw(proposal.id(), "anna")).isTrue();
        assertThat(drafts.of("anna"))
                .singleElement()
                .satisfies(draft -> assertThat(draft.base()).isEqualTo(1));
        assertThat(kind(changes.of("anna"))).isEqualTo("overtaken");
    }

    @Test
    void what_is_rejected_goes_back_to_its_proposer_with_words_and_nothing_typed_since_is_lost() {
        Proposal proposal = proposed("anna");
        drafts.keep("anna", "skus.csv", 1, SKUS.formatted("LATER"));

        assertThat(saving(true).reject(proposal.id(), "ben", "ask the buyer first"))
                .isTrue();

        assertThat(proposals.get(proposal.id()).orElseThrow().words()).isEqualTo("ask the buyer first");
        assertThat(drafts.of("anna"))
                .singleElement()
                .satisfies(draft -> assertThat(draft.content()).contains("LATER"));
        assertThat(saving(true).reject(proposal.id(), "carl", "no")).isFalse();
        assertThat(versions.currentNumber()).isEqualTo(1);
    }

    @Test
    void an_old_version_comes_back_as_a_new_one_by_the_same_way() {
        drafts.keep("anna", "skus.csv", 1, SKUS.formatted("PA"));
        saving(false).save(edition(changes.of("anna")), "anna", "wrong");
        drafts.discard("anna");

        assertThat(changes.restore("anna", 1)).isEqualTo(1);
        Edition again = edition(changes.of("anna"));
        assertThat(again.sameAs()).isEqualTo(1);
        saving(false).save(again, "anna", "2 was wrong");

        assertThat(versions.files(3)).isEqualTo(versions.files(1));
        assertThat(versions.version(3).orElseThrow().sameAs()).isEqualTo(1);
        assertThat(changes.restore("anna", 3)).isZero();
    }
}
