package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.InvalidInputException;
import io.microscape.study.Planting;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeciesDiversityTest {
    /** Counts 50, 25, 25: H' = 1.5 ln 2, 1 − Σp² = 0.625, evenness 1.5 ln 2 / ln 3, (3 − 1) / ln 100. */
    @Test
    void indicesByHand() {
        SpeciesDiversity.Diversity diversity = new SpeciesDiversity(List.of(
                        new Planting("A1", "黄葛树 Ficus virens", 50.0),
                        new Planting("A1", "桂花 Osmanthus fragrans", 20.0),
                        new Planting("A1", "沿阶草", 25.0),
                        new Planting("A1", "桂花 osmanthus fragrans ", 5.0),
                        new Planting("A2", "银杏", 7.0)))
                .of("A1");
        assertThat(diversity.richness()).isEqualTo(3);
        assertThat(diversity.shannon().value()).isCloseTo(1.5 * Math.log(2), within(1e-12));
        assertThat(diversity.simpson().value()).isCloseTo(0.625, within(1e-12));
        assertThat(diversity.pielou().value()).isCloseTo(1.5 * Math.log(2) / Math.log(3), within(1e-12));
        assertThat(diversity.margalef().value()).isCloseTo(2 / Math.log(100), within(1e-12));
    }

    @Test
    void spellingsOfOneTaxonAreOne() {
        SpeciesDiversity.Diversity diversity = new SpeciesDiversity(List.of(
                        new Planting("A1", "Ficus virens", null),
                        new Planting("A1", "  ficus\u00a0 VIRENS ", null),
                        new Planting("A1", "Ｆｉｃｕｓ　ｖｉｒｅｎｓ", null),
                        new Planting("A1", "\ufeffFicus\tvirens", null),
                        new Planting("A1", "Ficus virens var. sublanceolata", null)))
                .of("A1");
        assertThat(diversity.richness()).isEqualTo(2);
        assertThat(diversity.shannon().reason()).isEqualTo("counts missing");
        assertThat(diversity.margalef().reason()).isEqualTo("counts missing");
    }

    @Test
    void oneTaxonHasNoEvennessAndZeroDiversity() {
        SpeciesDiversity.Diversity diversity = new SpeciesDiversity(List.of(new Planting("A1", "银杏", 7.0))).of("A1");
        assertThat(diversity.shannon().value()).isEqualTo(0.0);
        assertThat(diversity.simpson().value()).isEqualTo(0.0);
        assertThat(diversity.pielou().value()).isNull();
        assertThat(diversity.margalef().value()).isNull();
    }

    @Test
    void noRecordsOfTheSpaceAreZeroTaxaAndNoDiversity() {
        SpeciesDiversity.Diversity diversity = new SpeciesDiversity(List.of(new Planting("A1", "银杏", 7.0))).of("B1");
        assertThat(diversity.richness()).isZero();
        assertThat(diversity.simpson().reason()).isEqualTo("the space has no plant records");
    }

    @Test
    void noPlantRecordsAtAllAreNull() {
        SpeciesDiversity.Diversity diversity = new SpeciesDiversity(null).of("A1");
        assertThat(diversity.richness()).isNull();
        assertThat(diversity.shannon().reason()).isEqualTo("the study has no plant records");
    }

    @Test
    void impossibleRecordsAreErrorsThatNameTheSpace() {
        assertThatThrownBy(() -> new SpeciesDiversity(List.of(new Planting("A1", " ", 1.0))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("A1");
        assertThatThrownBy(() -> new SpeciesDiversity(List.of(new Planting("A1", "银杏", -1.0))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("A1, 银杏");
    }
}
