package io.github.lambdalayer.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PermissionTest {

  @Test
  void anAccountIsThePrincipalItself() {
    Permission permission = Permission.parse("account:111122223333");

    assertThat(permission).isEqualTo(new Permission.Account("111122223333"));
    assertThat(permission.principal()).isEqualTo("111122223333");
    assertThat(permission.organizationId()).isEmpty();
    assertThat(permission.statementId()).isEqualTo("account-111122223333");
  }

  @Test
  void anOrganizationNarrowsThePrincipalEveryone() {
    Permission permission = Permission.parse("organization:o-a1b2c3d4e5");

    assertThat(permission).isEqualTo(new Permission.Organization("o-a1b2c3d4e5"));
    assertThat(permission.principal()).isEqualTo("*");
    assertThat(permission.organizationId()).contains("o-a1b2c3d4e5");
    assertThat(permission.statementId()).isEqualTo("organization-o-a1b2c3d4e5");
  }

  @Test
  void publicIsEveryone() {
    Permission permission = Permission.parse("public");

    assertThat(permission).isEqualTo(new Permission.Everyone());
    assertThat(permission.principal()).isEqualTo("*");
    assertThat(permission.organizationId()).isEmpty();
    assertThat(permission.statementId()).isEqualTo("public");
  }

  @Test
  void blanksAroundTheTextDoNotCount() {
    assertThat(Permission.parse(" public\n")).isEqualTo(new Permission.Everyone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"account:111122223333", "organization:o-a1b2c3d4e5", "public"})
  void isWrittenAsItIsRead(String text) {
    assertThat(Permission.parse(text)).hasToString(text);
  }

  @Test
  void everyStatementIdIsOneThatLambdaTakes() {
    var longest = new Permission.Organization("o-" + "z".repeat(32));

    assertThat(longest.statementId()).matches("[a-zA-Z0-9_-]{1,100}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "11112222333", "1111222233334", "1111-2222-3333", "11112222333x"})
  void refusesAMalformedAccount(String account) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Permission.parse("account:" + account))
        .withMessageStartingWith("<permissions> has the account '" + account + "'")
        .withMessageContaining("12 digits without hyphens")
        .withMessageContaining("<account>111122223333</account>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a1b2c3d4e5", "o-a1b2c3d4e", "o-A1B2C3D4E5", "ou-a1b2-c3d4e5f6"})
  void refusesAMalformedOrganization(String organization) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Permission.parse("organization:" + organization))
        .withMessageStartingWith("<permissions> has the organization '" + organization + "'")
        .withMessageContaining("'o-' and 10 to 32 lower-case letters and digits");
  }

  @Test
  void refusesAnOrganizationThatIsTooLong() {
    assertThat(new Permission.Organization("o-" + "a".repeat(32))).isNotNull();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> new Permission.Organization("o-" + "a".repeat(33)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "111122223333", "Public", "everyone", "ou:ou-a1b2"})
  void refusesEveryOtherFormAndShowsTheThree(String text) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Permission.parse(text))
        .withMessage(
            "<permissions> has '"
                + text
                + "': write account:111122223333, organization:o-a1b2c3d4e5 or public.");
  }

  @Test
  void anotherParameterIsNamedAsItIsWritten() {
    assertThat(Permission.parse("with", "account:111122223333"))
        .isEqualTo(new Permission.Account("111122223333"));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Permission.parse("with", "account:1"))
        .withMessage(
            "<with> has the account '1': an account id is 12 digits without hyphens, for example"
                + " account:111122223333.");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Permission.parse("from", "organization:x"))
        .withMessageStartingWith("<from> has the organization 'x'")
        .withMessageEndingWith("for example organization:o-a1b2c3d4e5.");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Permission.parse("from", "111122223333"))
        .withMessageStartingWith("<from> has '111122223333': write account:111122223333");
  }
}
