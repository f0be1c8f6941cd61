//! What the commands say about wrong input: name, what, why, cure; `{0}` is the first detail.

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Lang {
    #[default]
    Vietnamese,
    English,
}

/// A problem at a place, in words.
pub(crate) fn message(lang: Lang, place: &str, name: &str, details: &[String]) -> String {
    let (words, marks) = match lang {
        Lang::Vietnamese => (VIETNAMESE, ["lỗi", "Vì sao", "Cách sửa"]),
        Lang::English => (ENGLISH, ["error", "Why", "How to fix"]),
    };
    let line = words.lines().find(|line| line.split(" | ").next() == Some(name)).unwrap_or(name);
    let mut parts = line.split(" | ").skip(1);
    let mut part = || parts.next().unwrap_or_default();
    let (what, why, cure) = (part(), part(), part());
    let [error, because, mend] = marks;
    let text = format!("{place}: {error}: {what}\n  {because}: {why}\n  {mend}: {cure}");
    details
        .iter()
        .enumerate()
        .fold(text, |text, (index, detail)| text.replace(&format!("{{{index}}}"), detail))
}

const VIETNAMESE: &str = "\
file-none | Không có file này. | Lệnh này cần nội dung của file. | Kiểm tra lại đường dẫn; đường dẫn tính từ thư mục đang đứng.
file | Không đọc được file: {0}. | Lệnh này cần nội dung của file. | Kiểm tra lại đường dẫn và quyền đọc.
utf8 | File không lưu bằng UTF-8. | Chữ có dấu sẽ bị đọc sai. | Mở file, chọn Lưu thành (Save as), chọn bảng mã UTF-8.
json | Không phải JSON đúng dạng, từ cột {0}. | Sai một dấu thì cả file không đọc được. | Xem lại dấu ngoặc, dấu phẩy và dấu ngoặc kép ở dòng này và dòng ngay trên.
items-list | File phải là danh sách [ … ] các câu hỏi { … }. | Thứ tự trong danh sách là thứ tự của câu trả lời. | Viết như: [{\"id\": \"T01\", \"a\": 1, \"b\": -0.4, \"c\": 0.2, \"d\": 0.98}].
item-missing | Câu hỏi thứ {0} thiếu “{1}”. | Thiếu một giá trị thì không tính được. | Thêm \"{1}\" vào câu hỏi này.
item-type | “{1}” của câu hỏi thứ {0} phải viết như {2}, không phải {3}. | Giá trị khác kiểu không dùng để tính được. | Sửa lại giá trị của \"{1}\".
item-curve | Câu hỏi “{0}” có tham số ngoài khoảng cho phép: a={1}, b={2}, c={3}, d={4}. | Cần a > 0 và 0 ≤ c < d ≤ 1 để xác suất trả lời đúng tăng theo năng lực. | Sửa lại bốn số a, b, c, d.
item-twice | Mã câu hỏi “{0}” xuất hiện hai lần. | Hai câu cùng mã thì không biết câu trả lời thuộc câu nào. | Đổi mã của một trong hai câu.
item-domain | Miền của câu hỏi “{0}” là {1}, phải là số nguyên từ 0 đến 5. | Câu tiếp theo được chọn theo miền. | Sửa \"dom\" thành 0, 1, 2, 3, 4 hoặc 5.
item-enemy | Câu hỏi “{0}” nói đến câu “{1}” không có trong danh sách. | Cặp câu lộ đáp án của nhau phải có đủ hai câu. | Sửa mã trong \"enemies\" hoặc thêm câu còn thiếu.
pattern-length | Dòng này có {0} ký hiệu, nhưng danh sách có {1} câu hỏi. | Mỗi ký hiệu ứng với một câu hỏi, theo thứ tự. | Thêm hoặc bớt ký hiệu; câu không hỏi thì viết dấu chấm.
pattern-sign | Ký hiệu “{0}” ở vị trí {1} không dùng được. | Chỉ có 1 (đúng), 0 (sai) và dấu chấm (không hỏi). | Thay bằng 1, 0 hoặc dấu chấm.
answers-form | Không hiểu các câu trả lời: {0}. | Cần một dãy 0 và 1, hoặc JSON ghi mã câu hỏi với 0 hoặc 1. | Viết như: 110101, hoặc {\"T01\": 1, \"T02\": 0}.
answers-few | Chỉ có {0} câu trả lời, nhưng đã hỏi đến câu thứ {1}. | Mỗi câu được hỏi cần một câu trả lời. | Thêm câu trả lời, hoặc giảm --nmax.
answers-item | Không có câu trả lời cho câu hỏi “{0}” vừa được chọn. | Đường đi phụ thuộc vào từng câu trả lời. | Thêm \"{0}\": 0 hoặc \"{0}\": 1.
answers-stranger | Câu hỏi “{0}” không có trong danh sách câu hỏi. | Câu trả lời cho một câu lạ thường là gõ nhầm mã. | Sửa lại mã câu hỏi.
option-missing | Thiếu {0}. | Lệnh này không chạy được nếu thiếu. | Viết như: {1}.
option-number | {0} phải là số nguyên từ {1} đến {2}, không phải “{3}”. | Ngoài khoảng này thì kết quả không có nghĩa. | Viết một số trong khoảng đó.
field-missing | Thiếu trường “{0}”. | Mã kết quả chứa đủ các trường. | Thêm \"{0}\" (số nguyên từ {1} đến {2}).
field-range | Trường “{0}” phải là số nguyên từ {1} đến {2}, không phải {3}. | Mã kết quả chỉ có chỗ cho khoảng này. | Sửa lại giá trị.
field-stranger | Không có trường “{0}” trong mã kết quả. | Trường lạ sẽ bị mất khi viết thành mã. | Bỏ trường này hoặc sửa tên.
code-answers | “answers” phải là danh sách tối đa 63 cặp [số câu, đáp án]; số câu từ 0 đến 511, đáp án từ 0 đến 127. | Mã dài chỉ có chỗ cho chừng đó. | Viết như: [[11, 0], [3, 1]].
fields-object | Cần một nhóm { … } các trường của mã. | Mỗi trường có tên và một số. | Viết như: {\"mode\": 1, \"theta\": 36, …}; `cargo xtask quiz decode 5JBAN-4D5D7` cho thấy mọi trường.
bank-shape | Bộ câu hỏi không đúng mẫu, từ cột {0}. | Bộ câu hỏi phải đọc được trọn vẹn thì mới tính được. | Chạy `cargo xtask content check` để xem từng lỗi và cách sửa.
bank-item | Câu hỏi “{0}” có quá 7 lựa chọn hoặc năng lực không thuộc miền 1 đến 6. | Mã kết quả chỉ có chỗ cho chừng đó. | Sửa câu hỏi này, rồi chạy `cargo xtask content check`.
response-form | Không hiểu “{0}”. | Mỗi câu trả lời phải cho biết câu hỏi và lựa chọn. | Viết như: d1-tim-phong-kham=b,d2-chon-kenh=?
response-twice | “{0}” trả lời một câu hỏi lần thứ hai. | Mỗi câu chỉ tính một lần. | Bỏ một trong hai câu trả lời.
response-option | “{0}” không phải câu trả lời cho “{1}”. | Câu này có các lựa chọn: {2}. | Viết theo dạng {3}, hoặc ? nếu người đó không biết.";

const ENGLISH: &str = "\
file-none | There is no such file. | This command needs what stands in it. | Check the path; it starts at the current folder.
file | The file cannot be read: {0}. | This command needs what stands in it. | Check the path and the right to read it.
utf8 | The file is not saved as UTF-8. | Letters with marks would come out wrong. | Open the file and save it with the encoding UTF-8.
json | Not well-formed JSON from column {0} on. | One wrong mark makes the whole file unreadable. | Look at the brackets, commas and quotes of this line and the one above it.
items-list | The file must be a list [ … ] of questions { … }. | Their order is the order of the answers. | Write: [{\"id\": \"T01\", \"a\": 1, \"b\": -0.4, \"c\": 0.2, \"d\": 0.98}].
item-missing | Question number {0} has no “{1}”. | Without it nothing can be computed. | Add \"{1}\" to this question.
item-type | “{1}” of question number {0} must look like {2}, not {3}. | Another kind of value cannot be computed with. | Correct the value of \"{1}\".
item-curve | Question “{0}” has parameters out of range: a={1}, b={2}, c={3}, d={4}. | a > 0 and 0 ≤ c < d ≤ 1 make right answers more likely with ability. | Correct the four numbers a, b, c, d.
item-twice | The id “{0}” stands twice. | Of two questions with one id nobody knows which was answered. | Change one of the ids.
item-domain | The domain of question “{0}” is {1}; it must be a whole number from 0 to 5. | The next question is chosen by domain. | Write 0, 1, 2, 3, 4 or 5 for \"dom\".
item-enemy | Question “{0}” names “{1}”, which is not in the list. | Of two questions that give each other away both must be there. | Correct the id in \"enemies\" or add the missing question.
pattern-length | This line has {0} signs, but there are {1} questions. | Each sign belongs to one question, in order. | Add or remove signs; a question that was not asked is a dot.
pattern-sign | The sign “{0}” at place {1} means nothing. | There are only 1 (right), 0 (wrong) and the dot (not asked). | Write 1, 0 or a dot.
answers-form | The answers are not understood: {0}. | A row of 0 and 1 is needed, or JSON of question ids with 0 or 1. | Write 110101, or {\"T01\": 1, \"T02\": 0}.
answers-few | There are only {0} answers, but question number {1} was asked. | Every question asked needs an answer. | Add answers, or lower --nmax.
answers-item | There is no answer to question “{0}”, which was just chosen. | The path depends on every answer. | Add \"{0}\": 0 or \"{0}\": 1.
answers-stranger | Question “{0}” is not in the list of questions. | An answer to an unknown question is mostly a slip in its id. | Correct the id.
option-missing | {0} is missing. | The command cannot run without it. | Write {1}.
option-number | {0} must be a whole number from {1} to {2}, not “{3}”. | Outside this range the result means nothing. | Write a number of this range.
field-missing | The field “{0}” is missing. | A result code holds all fields. | Add \"{0}\" (a whole number from {1} to {2}).
field-range | The field “{0}” must be a whole number from {1} to {2}, not {3}. | A result code has room for this range alone. | Correct the value.
field-stranger | A result code has no field “{0}”. | It would be lost in the code. | Remove it or correct its name.
code-answers | “answers” must be a list of at most 63 pairs [number, response]; numbers from 0 to 511, responses from 0 to 127. | The long code has room for no more. | Write [[11, 0], [3, 1]].
fields-object | The fields of a code must be one group { … }. | Each field has a name and a number. | Write {\"mode\": 1, \"theta\": 36, …}; `cargo xtask quiz decode 5JBAN-4D5D7` shows all fields.
bank-shape | The bank does not have the right shape, from column {0} on. | Only a bank that can be read as a whole can be computed with. | `cargo xtask content check` names every problem and its cure.
bank-item | Question “{0}” has more than 7 options, or its competence is of no domain from 1 to 6. | A result code has room for no more. | Correct it and run `cargo xtask content check`.
response-form | “{0}” is not understood. | An answer must name a question and a choice. | Write d1-tim-phong-kham=b,d2-chon-kenh=?
response-twice | “{0}” answers a question for the second time. | Every question counts once. | Remove one of the answers.
response-option | “{0}” is no answer to “{1}”. | This question has the options {2}. | Write it like {3}, or ? when the person does not know.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same() {
        let shape = |words: &'static str| {
            let details = |line: &str| {
                (0..6).filter(|index| line.contains(&format!("{{{index}}}"))).collect::<Vec<_>>()
            };
            let of_line = move |line: &'static str| {
                let parts: Vec<&str> = line.split(" | ").collect();
                assert!(parts.len() == 4 && parts.iter().all(|part| !part.is_empty()), "{line}");
                (parts[0], details(line))
            };
            words.lines().map(of_line).collect::<Vec<_>>()
        };
        assert_eq!(shape(VIETNAMESE), shape(ENGLISH));
    }
}
