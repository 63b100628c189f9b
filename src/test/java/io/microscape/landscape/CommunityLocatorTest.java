package io.microscape.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.microscape.study.Community;
import io.microscape.study.CommunityMembership;
import io.microscape.study.CommunityMembership.From;
import io.microscape.study.MicroSpace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Spaces of 10 m × 10 m in and about two communities, west of x = 100 and east of it, and one without boundary. */
class CommunityLocatorTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final CommunityLocator locator = new CommunityLocator(List.of(
            new Community("W", "西村", box(0, 0, 100, 100)),
            new Community("E", "东村", box(100, 0, 200, 100)),
            new Community("T", "表中村", null)));

    @Test
    void theLargestOverlapDecidesWhereNoAttributeDoes() {
        CommunityMembership inside = locator.of(space(null, 20));
        assertThat(inside.community()).isEqualTo("W");
        assertThat(inside.from()).isEqualTo(From.LOCATION);
        assertThat(inside.overlapShare()).isEqualTo(1);
        // 3 m west of the border, 7 m east of it
        CommunityMembership across = locator.of(space(" ", 97));
        assertThat(across.community()).isEqualTo("E");
        assertThat(across.overlapShare()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void ofEqualPartsTheFirstByCodeIsTaken() {
        assertThat(locator.of(space(null, 95)).community()).isEqualTo("E");
    }

    @Test
    void touchingIsNotLyingIn() {
        CommunityMembership touching = locator.of(space(null, 200));
        assertThat(touching.community()).isNull();
        assertThat(touching.from()).isNull();
        assertThat(touching.note()).isEqualTo("lies in none of the communities and names none");
    }

    @Test
    void anAttributeMeansACodeOrAName() {
        for (String attribute : List.of("W", "西村", " 西村 ")) {
            CommunityMembership member = locator.of(space(attribute, 20));
            assertThat(member).isEqualTo(new CommunityMembership("S", "W", From.ATTRIBUTE, 1.0, null));
        }
    }

    @Test
    void theAttributeHoldsAgainstTheLocationAndTheContradictionIsNoted() {
        CommunityMembership member = locator.of(space("西村", 97));
        assertThat(member.community()).isEqualTo("W");
        assertThat(member.overlapShare()).isCloseTo(0.3, within(1e-12));
        assertThat(member.note()).isEqualTo("names the community 西村, but lies to 70.0 % in 东村");
        assertThat(locator.of(space("西村", 500)).note()).isEqualTo("names the community 西村, but lies in none");
    }

    @Test
    void aNameThatNoCommunityHasIsACommunityOfItsOwn() {
        CommunityMembership member = locator.of(space("北村", 20));
        assertThat(member.community()).isEqualTo("北村");
        assertThat(member.note())
                .isEqualTo("names the community 北村, which is none of the study's, but lies to 100.0 % in 西村");
    }

    @Test
    void withoutBoundariesThereIsNothingToContradict() {
        assertThat(locator.of(space("T", 20))).isEqualTo(new CommunityMembership("S", "T", From.ATTRIBUTE, null, null));
        CommunityLocator nothing = new CommunityLocator(List.of());
        assertThat(nothing.of(space("北村", 20)))
                .isEqualTo(new CommunityMembership("S", "北村", From.ATTRIBUTE, null, null));
        assertThat(nothing.of(space(null, 20)).note()).isEqualTo("names no community, and no community has a boundary");
    }

    @Test
    void ofTwoCommunitiesOfOneNameTheOneAboutTheSpaceIsMeant() {
        CommunityLocator twins = new CommunityLocator(List.of(
                new Community("1", "新村", box(0, 0, 100, 100)), new Community("2", "新村", box(100, 0, 200, 100))));
        assertThat(twins.of(space("新村", 150)).community()).isEqualTo("2");
        assertThat(twins.of(space("新村", 500)).community()).isEqualTo("1");
    }

    private static MicroSpace space(String community, double x) {
        return new MicroSpace("S", "", community, true, box(x, 40, x + 10, 50));
    }

    private static Geometry box(double west, double south, double east, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }
}
