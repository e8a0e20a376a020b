# SPDX-License-Identifier: MIT
"""What people write over the columns of their lists, in the languages of those who send them.

Words are folded: no spaces, signs or case. **To teach another**: add it to the line of its column.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from forumdesk.domain.columns import COLUMNS
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import fold
from forumdesk.domain.words import interface_languages, words_in

# Keys that lists coming in have besides those of ``columns``.
EXTRAS: Mapping[str, tuple[str, str]] = {
    "id": T_("column", "Number in the source"),
    "department": T_("column", "Department"),
    "affiliation": T_("column", "Organization and office"),
    "middle": T_("column", "Middle name"),
    "contact": T_("column", "Contact of any kind"),
}
EXTRA_KEYS = (*EXTRAS, "ignore")

_WORDS: Mapping[str, str] = {
    "id": "id 등록번호 접수번호 신청번호 registrationid registrationno registrationnumber"
    " registrationcode confirmationnumber confirmationno ordercode bookingid attendeeid uid"
    " guestid ticketid ticketno bookingnumber anmeldenummer 登録番号 受付番号",
    "number": "no 번호 연번 순번 nr lfdnr 番号 № number num rownumber 일련번호",
    "name": "성명직위 성명및직위 성명직책 이름직위 nameandtitle nametitle"
    " 성명 이름 성함 참석자 참가자 참석자명 참가자명 성명이름 이름성명 name fullname"
    " participant attendee participantname attendeename guestname guest delegatename displayname"
    " yourname 氏名 名前 お名前 姓名 vollständigername nom nombre nomcomplet 참석자성명 speaker"
    " speakername 연사 연사명 발표자 위원명 의원명 nameofparticipant",
    "hangul": "한글명 한글이름 한글성명 국문명 국문성명 국문이름 성명국문 성명한글 이름한글"
    " namekr nameko namekor koreanname nameinkorean nameinhangul namehangul hangulname",
    "latin": "영문명 영문성명 영문이름 영어이름 영어명 성명영문 이름영문 nameen nameeng"
    " englishname nameinenglish nameinroman romanizedname ローマ字 英文名 英字氏名 로마자",
    "hanja": "한자명 한자성명 한자이름 성명한자 namecn namehanja namechinese chinesename"
    " nameinchinese 漢字氏名 中文姓名 中文名",
    "family": "성 성씨 familyname lastname surname family last nachname familienname 姓 苗字"
    " nomdefamille apellido apellidos lname",
    "given": "givenname firstname forename given first vorname rufname 名 prénom prenom fname"
    " givennames firstnames firstandmiddlename",
    "middle": "middlename middle middleinitial 중간이름",
    "family-first": "familynamefirst",
    "reading": "읽는법 발음 pronunciation reading ふりがな フリガナ furigana phonetic",
    "honorific": "호칭 존칭 경칭 salutation honorific prefix nameprefix anrede 敬称 titleprefix"
    " formofaddress courtesytitle mrms mrmsdr civility",
    "organization": "소속 회사 회사명 기관 기관명 소속기관 소속기관명 단체 단체명 업체 업체명"
    " 기업 기업명 소속회사 학교 대학 학교명 법인명 company companyname organization organisation"
    " organizationname organisationname affiliation institution institute employer agency firm"
    " firma unternehmen 会社 会社名 所属 勤務先 機関 機関名 所属機関 société entreprise"
    " workplace 소속단체 소속사 근무처 직장 institutionname",
    "department": "부서 부서명 소속부서 department dept division 部署 所属部署 abteilung team"
    " 부서팀 실국 section unit",
    "office": "직위 직책 직함 직위직책 직책직위 직위직함 직급직위 position jobtitle title office"
    " role designation function funktion 役職 役職名 職位 職名 肩書 post jobposition"
    " professionaltitle titleposition positiontitle berufsbezeichnung 직업 occupation poste"
    " fonction",
    "affiliation": "소속직위 소속및직위 소속직책 소속및직책 소속및직함 소속직함 직위소속"
    " 직위및소속 affiliationandtitle titleandorganization titleandaffiliation"
    " organizationandtitle affiliationposition",
    "side": "대표단 측 side delegation delegationname 소속대표단",
    "country": "국가 국가명 나라 국적 country nation nationality countryregion"
    " countryofresidence 国 国名 国籍 land pays countryname",
    "category": "구분 분류 유형 참가구분 참석구분 참가유형 category type kind participanttype"
    " attendeetype registrationtype tickettype ticket 区分 種別 kategorie group 그룹"
    " participantcategory",
    "status": "참석여부 참가여부 참석 상태 회신 회신여부 참석상태 참석확인 status rsvp"
    " attendance attending response reply registrationstatus 出欠 出席 zusage attendancestatus"
    " willyouattend",
    "status-on": "회신일 상태변경일 등록일 신청일 접수일 registrationdate replydate registeredon"
    " responsedate",
    "reply-by": "회신기한 replyby deadline rsvpby",
    "email": "이메일 전자우편 이메일주소 전자우편주소 메일 메일주소 email mail emailaddress"
    " mailaddress workemail businessemail メール メールアドレス 電子メール emailadresse courriel"
    " correo emailid offemail",
    "phone": "전화 전화번호 사무실전화 사무실 직장전화 유선전화 회사전화 대표전화 tel telephone"
    " phone phonenumber telephonenumber telno phoneno workphone officephone businessphone 電話"
    " 電話番号 telefon telefonnummer téléphone offphone contactnumber 일반전화 telefono",
    "mobile": "휴대전화 휴대폰 핸드폰 휴대폰번호 휴대전화번호 핸드폰번호 모바일 mobile"
    " mobilephone mobilenumber cell cellphone cellular cellphonenumber 携帯 携帯電話 handy mobil"
    " hp 무선전화 mobileno",
    "contact": "연락처 연락처번호 contact contactinfo contactdetails contactinformation 連絡先"
    " kontakt",
    "address": "주소 우편주소 직장주소 회사주소 address postaladdress mailingaddress"
    " streetaddress 住所 adresse anschrift businessaddress",
    "url": "홈페이지 누리집 웹사이트 homepage website webpage url web link ホームページ webseite"
    " site",
    "table": "테이블 테이블번호 원탁 table tableno tablenumber tisch 卓",
    "seat": "좌석 좌석번호 자리 seat seatno seatnumber 席 座席 sitzplatz",
    "badge-name": "명찰 명찰표기 명찰이름 명찰명 badgename nameonbadge badge nameforbadge"
    " nametag",
    "rank": "의전순위 서열 rank precedence order 순위",
    "rank-reason": "순위지정사유",
    "grade": "직급 등급 grade 級 officialgrade",
    "since": "취임일 inofficesince since 임명일 dateofappointment",
    "honored": "내빈소개 내빈 귀빈 vip guestofhonor guestofhonour",
    "arrives": "도착 도착일 도착일시 도착시간 입국일 arrival arrivaldate arrivaltime arrivesat"
    " 到着",
    "departs": "출발 출발일 출발일시 출발시간 출국일 departure departuredate departuretime 出発",
    "languages": "사용언어 언어 구사언어 language languages spokenlanguages 言語 sprache"
    " sprachen",
    "diet": "식사유의사항 식단 식이 알레르기 음식알레르기 식이제한 식사 dietaryrequirements diet"
    " dietary dietaryneeds dietaryrestrictions foodallergies allergies meal mealpreference"
    " ernährung",
    "access": "이동편의 편의사항 접근성 accessneeds accessibility specialneeds"
    " accessrequirements accessibilityneeds accommodation",
    "notes": "비고 메모 참고 참고사항 특이사항 기타 remarks remark note notes comment comments"
    " memo 備考 bemerkung bemerkungen anmerkungen notiz remarques",
    "about": "인물메모 aboutperson abouttheperson",
    "biography": "약력 이력 경력 소개 주요경력 프로필 biography bio shortbio cv profile"
    " experience career 略歴 経歴 lebenslauf biographie resume",
    "consent-list": "명단게재동의 명단공개동의 개인정보동의 개인정보제공동의 개인정보수집동의"
    " 개인정보활용동의 개인정보수집이용동의 maybelisted consentlist",
    "consent-photo": "사진사용동의 촬영동의 사진촬영동의 초상권동의 photoconsent consentphoto"
    " photomaybeused",
    "consent-contact": "연락동의 마케팅동의 소식수신동의 수신동의 maybecontacted consentcontact"
    " newsletter marketingconsent",
    "keep-until": "보유기한 보관기한 keepuntil retentionuntil",
    "came": "입장확인 checkedin checkin 체크인",
}  # fmt: skip

# What tells a language in a heading: a part of it at either end.
LANGUAGE_PARTS: Mapping[str, tuple[str, ...]] = {
    "ko": ("국문", "한글", "한국어", "국어", "korean", "hangul", "kor", "ko", "kr"),
    "en": ("영문", "영어", "english", "latin", "roman", "eng", "en"),
    "zh": ("한자", "한문", "중문", "중국어", "hanja", "chinese", "zh", "cn"),
    "ja": ("일문", "일어", "일본어", "japanese", "ja", "jp"),
    "de": ("독일어", "german", "deutsch"),
    "fr": ("프랑스어", "french"),
}

# A heading with one of these is about somebody else, or about something besides the person.
OTHERS = (
    *("담당자", "비서", "비상", "동반", "수행", "추천", "배우자", "보호자", "통역", "대리"),
    *("assistant", "secretary", "emergency", "spouse", "companion", "accompan", "billing"),
    *("invoice", "hotel", "호텔", "flight", "항공", "passport", "여권", "birth", "생년"),
    *("password", "비밀번호", "parking", "주차", "차량", "세금", "계산서"),
)

# Somebody may come to the forum and not to its meals and outings: a heading with one of these
# tells no status.
OUTINGS = (
    *("오찬", "만찬", "조찬", "중식", "석식", "리셉션", "투어", "견학", "관광", "골프", "숙박"),
    *("lunch", "dinner", "breakfast", "banquet", "reception", "tour", "golf", "gala", "excursion"),
)


def bare(heading: str) -> str:
    """A heading as it is looked up: folded, letters and digits alone."""
    return "".join(c for c in fold(heading) if c.isalnum() or c == "№")


@cache
def vocabulary() -> Mapping[str, str]:
    """The key of a column by every word for it: the program's own titles, then people's words."""
    known = {word: key for key, words in _WORDS.items() for word in map(bare, words.split())}
    for words in map(words_in, interface_languages()):
        for column in COLUMNS:
            known[bare(words.context(*column.title))] = column.key
    # "이름" is a whole name wherever no family name stands beside it: ``headings`` sees to that.
    return known
